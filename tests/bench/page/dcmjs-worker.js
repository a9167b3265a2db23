/** The worker's side of dcmjs: read, clean with its list of tags, write, make a Blob. */

import dcmjs from "dcmjs";

// It tells of every unknown attribute, which costs it time.
dcmjs.log.disableAll?.();

globalThis.onmessage = async ({ data: files }) => {
  let bytes = 0;
  for (const file of files) {
    const dicom = dcmjs.data.DicomMessage.readFile(await file.arrayBuffer());
    dcmjs.anonymizer.cleanTags(dicom.dict);
    bytes += new Blob([dicom.write()]).size;
  }
  postMessage({ files: files.length, bytes });
};
postMessage("ready");
