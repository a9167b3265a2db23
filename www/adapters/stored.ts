/** The Store Instances Response (PS3.18 10.5.3, PS3.3 C.12.1) as servers send it: DICOM JSON, or the Native DICOM Model in XML. */

/** What a server says of single instances, by SOP Instance UID. */
export interface Said {
  /** Referenced SOP Sequence (0008,1199): it has these. */
  readonly stored: ReadonlySet<string>;
  /** Failed SOP Sequence (0008,1198): Failure Reason (0008,1197), 0 where none is given. */
  readonly failed: ReadonlyMap<string, number>;
}

/** Reads a response; nothing where it is none. */
export function readStored(text: string | undefined): Said | undefined {
  const start = text?.trimStart()[0];
  if (text === undefined || start === undefined) return undefined;
  const items = start === "<" ? fromXml(text) : fromJson(text);
  if (!items) return undefined;
  const stored = new Set<string>();
  const failed = new Map<string, number>();
  for (const { sequence, uid, reason } of items) {
    if (sequence === STORED) stored.add(uid);
    else failed.set(uid, reason);
  }
  return { stored, failed };
}

interface Line {
  readonly sequence: string;
  readonly uid: string;
  readonly reason: number;
}

const STORED = "00081199";
const FAILED = "00081198";
const UID = "00081155";
const REASON = "00081197";

/** PS3.18 F: an object, or a list of them. */
function fromJson(text: string): Line[] | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines = (Array.isArray(root) ? root : [root]).flatMap((each) =>
    [STORED, FAILED].flatMap((sequence) =>
      values(each, sequence).flatMap((item) => {
        const uid = values(item, UID)[0];
        return typeof uid === "string" ? [{ sequence, uid, reason: Number(values(item, REASON)[0]) || 0 }] : [];
      }),
    ),
  );
  return isSequence(root) || lines.length > 0 ? lines : undefined;
}

function values(item: unknown, tag: string): readonly unknown[] {
  const attribute = typeof item === "object" && item !== null ? (item as Record<string, unknown>)[tag] : undefined;
  const value = typeof attribute === "object" && attribute !== null ? (attribute as { Value?: unknown }).Value : undefined;
  return Array.isArray(value) ? value : [];
}

function isSequence(root: unknown): boolean {
  return typeof root === "object" && root !== null && (STORED in root || FAILED in root);
}

/** PS3.19 A.1. Only elements and their attributes matter here, so that no parser of markup is needed. */
function fromXml(text: string): Line[] | undefined {
  const lines: Line[] = [];
  const path: string[] = [];
  let item = new Map<string, string>();
  let isOne = false;
  for (const [, end, name, attributes = "", alone, after = ""] of text.matchAll(TOKEN)) {
    if (name === "DicomAttribute") {
      if (end) path.pop();
      else if (!alone) path.push(/\btag\s*=\s*["']([\da-fA-F]{8})["']/.exec(attributes)?.[1] ?? "");
      isOne ||= path[0] === STORED || path[0] === FAILED;
    } else if (name === "Item" && path.length === 1) {
      const [sequence = ""] = path;
      const uid = item.get(UID);
      if (end && uid && (sequence === STORED || sequence === FAILED)) lines.push({ sequence, uid, reason: Number(item.get(REASON)) || 0 });
      item = new Map();
    } else if (name === "Value" && !end && path.length === 2) item.set(path[1] ?? "", after.trim());
  }
  return isOne ? lines : undefined;
}

const TOKEN = /<(\/?)(?:[\w.-]+:)?(DicomAttribute|Item|Value)\b([^>]*?)(\/?)>([^<]*)/g;
