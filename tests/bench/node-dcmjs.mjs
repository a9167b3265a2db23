/** dcmjs under Node: read, clean with its list of tags, write to a folder. Arguments: from, to. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import dcmjs from "dcmjs";

dcmjs.log.disableAll?.();

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from)) {
  const bytes = readFileSync(join(from, name));
  const dicom = dcmjs.data.DicomMessage.readFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  dcmjs.anonymizer.cleanTags(dicom.dict);
  writeFileSync(join(to, name), Buffer.from(dicom.write()));
}
