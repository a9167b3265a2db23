/**
 * Containers whose directory the core does not read: tape archives, disc images, and what gzip packed. What a file is says the core, from
 * its bytes; here is found where the files in it lie.
 *
 * Nothing is unpacked, and no name is ever used as a path. What throws `{code}` costs the container and nothing else.
 */

import type { ByteSource, Found, Listed } from "../types.js";
import { Directory, ENTRIES, refuse } from "./bytes.js";
import { type FileAt, listedOf } from "./entries.js";
import { listedInGzip } from "./gzip.js";
import { filesOfIso } from "./iso.js";
import type { Container } from "./kind.js";
import { filesOfTar } from "./tar.js";
import { filesOfUdf } from "./udf.js";

type Archive = Extract<Found, { kind: "archive" }>;

/** What is in a container. A source that cannot be read throws on, all else is said as a code. */
export function archiveOf(source: ByteSource, what: Container, tick: () => void): Archive {
  try {
    return { kind: "archive", what, entries: listed(new Directory(source, tick), what) };
  } catch (thrown) {
    const { code } = thrown as { readonly code?: unknown };
    if (thrown instanceof Error || typeof code !== "string" || code === "unreadable") throw thrown;
    return { kind: "archive", what, entries: [], code };
  }
}

function listed(directory: Directory, what: Container): readonly Listed[] {
  if (what === "gzip") return listedInGzip(directory);
  const files = what === "tar" ? filesOfTar(directory) : filesOfDisc(directory);
  if (files.length > ENTRIES) refuse("too-many");
  // As those of a folder are, so that outputs have the same names.
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return listedOf(inOrder, directory.size);
}

/**
 * The files of a disc image. Most discs have one tree of ISO 9660, some that and one of UDF, some UDF's alone.
 *
 * Where there are both, both name the same files; but some discs have nothing in the first than a word on how to read the second.
 */
function filesOfDisc(directory: Directory): readonly FileAt[] {
  const iso = filesOfIso(directory);
  if (!iso) return filesOfUdf(directory) ?? refuse("archive-structure");
  let udf: readonly FileAt[] | undefined;
  try {
    udf = filesOfUdf(directory);
  } catch (thrown) {
    const { code } = thrown as { readonly code?: unknown };
    if (thrown instanceof Error || typeof code !== "string" || code === "unreadable") throw thrown;
  }
  return udf && udf.length > iso.length ? udf : iso;
}
