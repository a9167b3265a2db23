/** What people drop and choose: whole folders, with files that cannot be read among them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { collectDrop, collectInput } from "../../www/files/collect.ts";

/** Entries as browsers give them: a hundred at a time. */
function entry(path, children) {
  const fullPath = `/${path}`;
  if (children === undefined) {
    const broken = path.endsWith("broken");
    return {
      isDirectory: false,
      fullPath,
      file: (resolve, reject) => (broken ? reject(new Error("gone")) : resolve(new File([path], path.split("/").at(-1)))),
    };
  }
  const entries = Object.entries(children).map(([name, below]) => entry(`${path}/${name}`, below ?? undefined));
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (resolve, reject) => {
        if (path.endsWith("locked")) reject(new Error("denied"));
        else resolve(entries.slice(at, at + 100));
        at += 100;
      },
    };
  };
  return { isDirectory: true, fullPath, createReader };
}

function drop(...items) {
  return { items: items.map((item) => ({ kind: "file", getAsFile: () => null, webkitGetAsEntry: () => item, ...item?.also })) };
}

test("a dropped folder is walked to its end, past a hundred entries, hidden files too", async () => {
  const images = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`IM${n}`, null]));
  const told = [];
  const disc = drop(entry("CD", { DICOM: images, "._junk": null, ".DS_Store": null, deep: { er: { x: null } } }));
  const items = await collectDrop(disc, (files) => told.push(files));
  assert.equal(items.length, 253);
  assert.ok(told.length > 4 && told.at(-1) === 253 && told.every((files, at) => files >= (told[at - 1] ?? 0)), `${told}`);
  assert.equal(items.filter((item) => item.path.startsWith("CD/DICOM/IM")).length, 250);
  assert.ok(items.some((item) => item.path === "CD/deep/er/x"));
  assert.ok(items.every((item) => item.code === undefined && item.data instanceof File));
});

test("what cannot be read is named, and stops nothing else", async () => {
  const items = await collectDrop(drop(entry("A", { broken: null, good: null, locked: { x: null } }), entry("B")));
  assert.deepEqual(
    items.map(({ path, code }) => [path, code]),
    [
      ["A/broken", "unreadable"],
      ["A/good", undefined],
      ["A/locked", "unreadable"],
      ["B", undefined],
    ],
  );
});

test("where there are handles, folders are walked by those", async () => {
  const file = (name) => ({
    kind: "file",
    name,
    getFile: () => (name === "bad" ? Promise.reject(new Error("gone")) : Promise.resolve(new File([name], name))),
  });
  const folder = (name, children) => ({
    kind: "directory",
    name,
    async *values() {
      yield* children;
    },
  });
  const handle = folder("CD", [file("a"), file("bad"), folder("sub", [file("b")])]);
  const item = { isDirectory: true, also: { getAsFileSystemHandle: () => Promise.resolve(handle) } };
  const items = await collectDrop(drop(item));
  assert.deepEqual(
    items.map(({ path, code }) => [path, code]),
    [
      ["CD/a", undefined],
      ["CD/bad", "unreadable"],
      ["CD/sub/b", undefined],
    ],
  );
});

test("chosen files keep the paths that a chosen folder gave them", () => {
  const loose = new File(["1"], "a.dcm");
  const inFolder = Object.assign(new File(["2"], "b.dcm"), { webkitRelativePath: "CD/b.dcm" });
  assert.deepEqual(
    collectInput([loose, inFolder]).map(({ path }) => path),
    ["a.dcm", "CD/b.dcm"],
  );
});
