/** The file that finds and reads writing, with its models, as they are shipped: pictures drawn here, and what is found in them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { draw, noise, picture } from "./letters.mjs";

const dist = new URL("../../dist/", import.meta.url);
const models = readFileSync(new URL("models.bin", dist));

let reader;
before(async () => {
  reader = await import(new URL("pkg/reader.js", dist).href);
  reader.initSync({ module: new WebAssembly.Module(readFileSync(new URL("reader.wasm", dist))) });
  assert.throws(() => read(picture(64, 64)), { code: "codec" }, "there are no models yet");
  reader.load(models);
});

/** @returns {{ area: { x: number, y: number, width: number, height: number }, text: string | null, confidence: number }[]} */
function read({ width, height, samples, data }, hints = []) {
  return JSON.parse(reader.read(width, height, samples, data, new Uint32Array(hints)));
}

/** What is read where a line was drawn, all of which must be found and not much more; nothing where that is not so. */
function at(readings, { x, y, width, height }) {
  const here = readings.filter(
    ({ area }) => area.x < x + width && area.x + area.width > x && area.y < y + height && area.y + area.height > y,
  );
  const covers = (left) =>
    here.some(({ area }) => area.x <= left && area.x + area.width > left && area.y <= y && area.y + area.height >= y + height);
  const room = Math.min(width, height);
  const fits = ({ area }) => area.x >= x - room && area.x + area.width <= x + width + room && area.height <= height + 2 * room;
  const found = here.every(fits) && (width > height ? Array.from({ length: width }, (_, n) => x + n) : [x]).every(covers);
  return found
    ? here
        .map(({ text }) => text)
        .join("")
        .replaceAll(" ", "")
    : undefined;
}

test("lines are found where they are, and read", () => {
  for (const samples of [1, 3]) {
    const page = noise(picture(512, 512, samples), 24);
    const lines = ["DOE PETE", "1957-03-12", "A 4711053", "HOSPITAL"];
    const drawn = lines.map((line, n) => draw(page, line, { x: 12 + 90 * n, y: 20 + 120 * n, size: 2 + (n % 2), shade: 255 - 30 * n }));
    const readings = read(page);
    for (const [n, line] of lines.entries()) {
      assert.equal(at(readings, drawn[n]), line.replaceAll(" ", ""), JSON.stringify(readings));
    }
    assert.ok(readings.every(({ confidence }) => confidence > 0.7 && confidence <= 1));
  }
});

test("dark writing on a light ground, and coloured writing, are read too", () => {
  const page = picture(400, 200, 3, 235);
  const dark = draw(page, "PETE", { x: 30, y: 40, size: 3, shade: 20 });
  const red = draw(page, "HOSPITAL", { x: 30, y: 120, size: 3, shade: [200, 30, 30] });
  const readings = read(page);
  assert.equal(at(readings, dark), "PETE");
  assert.equal(at(readings, red), "HOSPITAL");
});

test("writing that runs upward is found, and read", () => {
  const page = noise(picture(300, 400), 10);
  const drawn = draw(page, "DOE PETE 1957", { x: 40, y: 60, size: 3, up: true });
  assert.equal(at(read(page), drawn), "DOEPETE1957");
});

test("a picture without writing has none", () => {
  const page = noise(picture(512, 512), 20);
  for (let y = 0; y < 512; y++)
    for (let x = 0; x < 512; x++) {
      const inside = ((x - 256) / 200) ** 2 + ((y - 256) / 150) ** 2 < 1;
      if (inside) page.data[y * 512 + x] += 110 + Math.round(40 * Math.sin(x / 19) * Math.cos(y / 23));
    }
  assert.deepEqual(read(page), []);
  assert.deepEqual(read(picture(512, 512)), []);
});

test("what another finder saw is read, and left out where it says nothing", () => {
  const page = noise(picture(512, 512), 24);
  const { x, y, width, height } = draw(page, "L", { x: 470, y: 240, size: 3 });
  const hinted = read(page, [x, y, width, height, 100, 100, 40, 12, 600, 0, 9, 9]);
  assert.deepEqual(
    hinted.map(({ text }) => text),
    ["L"],
  );
});

test("writing in a large picture is found in pieces and at a smaller size, in bounded memory", () => {
  const page = picture(6_000, 4_000);
  const drawn = draw(page, "1957-03-12", { x: 5_000, y: 3_900, size: 8 });
  const seam = draw(page, "HOSPITAL", { x: 1_700, y: 1_980, size: 8 });
  const readings = read(page);
  assert.equal(at(readings, drawn), "1957-03-12");
  assert.equal(at(readings, seam), "HOSPITAL");
  assert.ok(reader.memory() < 400 * 2 ** 20, `${reader.memory()} bytes`);
});

test("pictures of extreme shapes are looked at", () => {
  for (const [width, height] of [
    [1, 1],
    [1, 9],
    [65_535, 1],
    [1, 65_535],
    [20_000, 33],
  ])
    assert.deepEqual(
      read(noise(picture(width, height), 255)).filter(({ text }) => text !== null && text.length > 3),
      [],
    );
  assert.deepEqual(read(picture(0, 0)), []);
});

test("what is no picture, and what are no models, is refused", () => {
  const page = picture(64, 64);
  for (const wrong of [
    { ...page, samples: 2 },
    { ...page, width: 65 },
    { ...page, data: new Uint8Array() },
    { ...page, width: 2 ** 32 - 1, height: 2 ** 32 - 1 },
  ])
    assert.throws(() => read(wrong), { code: "codec" });
  for (const wrong of [new Uint8Array(), models.subarray(0, 1_000_000), Buffer.concat([models, Buffer.of(0)])])
    assert.throws(() => reader.load(wrong), { code: "codec" });
});
