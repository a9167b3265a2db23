/** What has to be known of a clean file before it is sent as an instance: its File Meta Information (PS3.10 7.1), and nothing behind it. */

/** The software that writes clean files names itself so, in (0002,0012). */
export const IMPLEMENTATION = "2.25.206716413902758320946103824516937450172";

/** Media Storage Directory Storage: a list of files, and no instance. */
const DIRECTORY = "1.2.840.10008.1.3.10";

/** (0002,0003) of a clean instance, or the code for why this is none. */
export type Identified = { readonly uid: string } | { readonly code: "not-dicom" | "not-cleaned" | "directory" | "unreadable" };

export async function identify(blob: Blob): Promise<Identified> {
  let meta: Map<number, string> | undefined;
  try {
    meta = metaOf(new Uint8Array(await blob.slice(0, LONGEST).arrayBuffer()));
  } catch {
    return { code: "unreadable" };
  }
  const uid = meta?.get(0x0003);
  if (!meta || !uid) return { code: "not-dicom" };
  if (meta.get(0x0012) !== IMPLEMENTATION) return { code: "not-cleaned" };
  return meta.get(0x0002) === DIRECTORY ? { code: "directory" } : { uid };
}

/** Bytes that clean files' File Meta Information never exceeds. */
const LONGEST = 4096;

/** Short values of group 0002 by their element; nothing where this is no file of PS3.10. */
function metaOf(bytes: Uint8Array): Map<number, string> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (text(128, 132) !== "DICM") return undefined;
  const found = new Map<number, string>();
  for (let at = 132; at + 8 <= bytes.length && view.getUint16(at, true) === 2; ) {
    const isLong = /^(?:OB|OW|UN|UT|SQ)$/.test(text(at + 4, at + 6));
    if (isLong && at + 12 > bytes.length) break;
    const length = isLong ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true);
    const value = at + (isLong ? 12 : 8);
    if (value + length > bytes.length) break;
    if (!isLong) found.set(view.getUint16(at + 2, true), text(value, value + length).replace(/[\0 ]+$/, ""));
    at = value + length;
  }
  return found;
}
