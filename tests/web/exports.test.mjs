/** Picture files through the command as it is shipped, and through the page: another decoder, Chromium's, says what they show. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32 } from "../../www/engine/crc.ts";
import { sample } from "../../www/files/sample.ts";
import { zipPieces } from "../../www/files/zip.ts";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";
import { realEngine } from "./engine-real.mjs";
import { bmp, chunk, chunksOf, exif, jpeg, markersOf, png, segment, tiff } from "./exports.mjs";
import { draw, noise, picture } from "./letters.mjs";
import { scratch } from "./load.mjs";
import { isBlank } from "./pictures.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));
const WORD = "Oribella";
const home = scratch();
const folder = join(home, "in");
const engine = realEngine();
let browser;

/** A picture with a line of writing; grain and a soft ground, as scans have them. */
function written(width, height, samples) {
  const page = picture(width, height, samples, 60);
  for (let at = 0; at < page.data.length; at++) page.data[at] += Math.round(40 * Math.sin(at / 97 / samples) ** 2);
  noise(page, 6);
  const area = draw(page, "DOE JANE 1971-03-24", { x: 20, y: 24, size: 2 });
  return { page, area };
}

const photo = written(320, 192, 3);
const screen = written(300, 170, 1);
const shown = written(280, 160, 3);
const dotted = { width: 280, height: 160, samples: 4, data: new Uint8Array(280 * 160 * 4) };
shown.page.data.forEach((value, at) => {
  dotted.data[Math.floor(at / 3) * 4 + (at % 3)] = value;
});
// All of it can be seen, but for a strip in which letters hide.
for (let at = 0; at < 280 * 160; at++) dotted.data[at * 4 + 3] = at >= 280 * 150 ? 0 : 255;
dotted.data.set(Buffer.from(WORD.repeat(20)), 280 * 155 * 4);
for (let at = 280 * 155; at < 280 * 160; at++) dotted.data[at * 4 + 3] = 0;

const beside = [
  segment(0xe0, `JFIF\0\x01\x02\0\0\x48\0\x48\0\0`),
  segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif(1, WORD)])),
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${WORD}</x>`),
  segment(0xe2, `ICC_PROFILE\0\x01\x01${WORD}`),
  segment(0xed, `Photoshop 3.0\0${WORD}`),
  segment(0xfe, WORD),
];
const turned = [segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif(6, WORD)]))];
const texts = [
  chunk("tEXt", `Author\0${WORD}`),
  chunk("iTXt", `Comment\0\0\0\0\0${WORD}`),
  chunk("eXIf", exif(1, WORD)),
  chunk("iCCP", `${WORD}\0\0`),
  chunk("tIME", Buffer.from([7, 235, 3, 24, 1, 2, 3])),
];
const inputs = {
  "a photo.JPG": jpeg(photo.page, beside, WORD),
  "b turned.jpeg": jpeg(photo.page, turned),
  "c screen": png(screen.page, texts),
  "e cut.jpg": jpeg(photo.page, beside).subarray(0, 9_000),
  "f moving.png": png(screen.page, [chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))]),
  "g none.png": png({ width: 0, height: 0, samples: 1, data: new Uint8Array() }),
};

before(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(inputs)) writeFileSync(join(folder, name), bytes);
  const zipped = [...zipOf("d.png", png(dotted))];
  writeFileSync(join(folder, "d zipped.zip"), Buffer.concat(zipped));
  const slice = sample().find(({ path }) => /\/IM\d+$/.test(path));
  writeFileSync(join(folder, "h.dcm"), Buffer.from(slice.data instanceof Blob ? await slice.data.arrayBuffer() : slice.data));
  browser = await startBrowser();
});
after(() => {
  engine.dispose();
  return browser?.close();
});

function* zipOf(name, bytes) {
  for (const piece of zipPieces([{ name, size: bytes.length, crc: crc32(bytes), ordinal: 1 }])) {
    yield piece instanceof Uint8Array ? Buffer.from(piece) : bytes;
  }
}

function scrub(...argv) {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...argv], (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }));
  });
}

function tree(root) {
  const paths = readdirSync(root, { recursive: true }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path))]));
}

/** What Chromium shows of a file: RGBA. */
async function decoded(bytes) {
  const page = await browser.newPage();
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const file = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
    const bitmap = await createImageBitmap(file, { colorSpaceConversion: "none", premultiplyAlpha: "none" });
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, pixels: [...data] };
  }, bytes.toString("base64"));
  await page.close();
  return { width, height, pixels: Uint8Array.from(pixels) };
}

/** What the engine marks in a file by itself, as it will be black: where its upright picture says. */
async function marksOf(bytes) {
  const review = await engine.read([{ path: "a", data: new Blob([bytes]) }]);
  const [{ seen }] = await engine.see(review);
  return seen.marks.filter(({ gone }) => gone).map(({ area }) => area);
}

/**
 * Compares a file with what became of it: black where writing was and in all of `marks`, grown to the whole blocks of `block` pixels of a
 * JPEG. Any other block is black as a whole, by the second look, or the same as it was, `most` levels apart at most.
 */
async function compare(was, is, area, { marks = [], block = 1, most = 0 } = {}) {
  const [one, other] = [await decoded(was), await decoded(is)];
  assert.deepEqual([other.width, other.height], [one.width, one.height]);
  assert.ok(isBlank(other, area), "letters are black");
  for (const mark of marks) assert.ok(isBlank(other, whole(mark, block)), "marks are black");
  let [apart, black] = [0, 0];
  for (const each of blocksOf(other, block)) {
    if (isBlank(other, each)) {
      black += each.width * each.height;
      continue;
    }
    for (let y = each.y; y < Math.min(each.y + block, one.height); y++) {
      for (let x = each.x; x < Math.min(each.x + block, one.width); x++) {
        const at = (y * one.width + x) * 4;
        // Colour that nobody sees is none.
        const clear = one.pixels[at + 3] === 0 && other.pixels[at + 3] === 0;
        for (const n of clear ? [] : [0, 1, 2, 3]) apart = Math.max(apart, Math.abs(one.pixels[at + n] - other.pixels[at + n]));
      }
    }
  }
  assert.ok(black < (one.width * one.height) / 2, "most of it is there");
  assert.ok(apart <= most, `nothing else has changed: ${apart}`);
}

function blocksOf({ width, height }, block) {
  const across = Math.ceil(width / block);
  const at = (n) => ({ x: (n % across) * block, y: Math.floor(n / across) * block, width: block, height: block });
  return Array.from({ length: across * Math.ceil(height / block) }, (_, n) => at(n));
}

/** A box and the rest of the blocks that it touches. */
function whole({ x, y, width, height }, block) {
  const [left, top] = [Math.floor(x / block) * block, Math.floor(y / block) * block];
  const [right, bottom] = [Math.ceil((x + width) / block) * block, Math.ceil((y + height) / block) * block];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

test("pictures leave as pictures, without a word of what was beside them", async () => {
  const [out, report, map] = [join(home, "out"), join(home, "report.json"), join(home, "map.csv")];
  const { code, stdout, stderr } = await scrub(folder, "--output", out, "--report", report, "--map", map);
  assert.equal(code, 3, stderr);
  assert.equal(stdout, "8 found, 5 verified, 3 withheld, 0 left out\n");
  const outputs = tree(out);
  const name = (n, ending) => `SUBJECT/STUDY002/SERIES001/IMAGE0000${n}.${ending}`;
  const names = [name(1, "jpg"), name(2, "jpg"), name(3, "png"), name(4, "png")];
  assert.deepEqual(Object.keys(outputs), ["SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm", ...names]);
  for (const bytes of Object.values(outputs)) assert.ok(!bytes.includes(WORD));
  for (const each of [names[0], names[1]]) {
    assert.deepEqual(
      markersOf(outputs[each]).filter((marker) => ![0xdb, 0xc0, 0xc4, 0xda].includes(marker)),
      [0xd9],
    );
  }
  for (const each of [names[2], names[3]]) assert.deepEqual(chunksOf(outputs[each]), ["IHDR", "IDAT", "IEND"]);
  const { files, notChecked } = JSON.parse(readFileSync(report, "utf8"));
  assert.deepEqual(
    files.map(({ ordinal, kind, code, pixels, findings }) => [ordinal, kind ?? code, pixels, findings]).filter(([, kind]) => kind),
    [
      [1, "jpeg", "blackened", ["beside-picture"]],
      [2, "jpeg", "blackened", ["beside-picture", "turned"]],
      [3, "png", "blackened", ["beside-picture"]],
      [4, "png", "blackened", ["hidden-colour"]],
      [5, "pixel-short", undefined, undefined],
      [6, "video", undefined, undefined],
      [7, "pixel-layout", undefined, undefined],
    ],
  );
  assert.ok(!notChecked.includes("writing-in-pixels"));
  assert.ok(!readFileSync(report, "utf8").includes("photo"), "no path is in it");
  assert.ok(readFileSync(map, "utf8").includes(`file,a photo.JPG,${names[0]}\r\n`));
  const [one, two, three, four] = [inputs["a photo.JPG"], inputs["b turned.jpeg"], inputs["c screen"], png(dotted)];
  await compare(one, outputs[names[0]], photo.area, { marks: await marksOf(one), block: 8 });
  // A quarter turn: what was at the top is at the right. The blocks are the same, each on its side. A decoder rounds along rows and columns
  // in turn: brightness and colour differences may be one level apart, and blue is the first and 1.772 times the second.
  const { x, y, width, height } = photo.area;
  const upright = { x: 192 - y - height, y: x, width: height, height: width };
  await compare(two, outputs[names[1]], upright, { marks: await marksOf(two), block: 8, most: 3 });
  await compare(three, outputs[names[2]], screen.area, { marks: await marksOf(three) });
  await compare(four, outputs[names[3]], shown.area, { marks: await marksOf(four) });
});

test("as a disc, pictures are beside what its list names", async () => {
  const out = join(home, "disc");
  const { code, stderr } = await scrub(folder, "--output", out, "--dicomdir");
  assert.equal(code, 3, stderr);
  const outputs = tree(out);
  const at = (n, ending) => `PICTURES/PT000001/ST000002/SE000001/IM00000${n}.${ending}`;
  assert.deepEqual(Object.keys(outputs), [
    "DICOM/PT000001/ST000001/SE000001/IM000001",
    "DICOMDIR",
    at(1, "JPG"),
    at(2, "JPG"),
    at(3, "PNG"),
    at(4, "PNG"),
  ]);
  assert.ok(outputs.DICOMDIR.includes("IM000001") && !outputs.DICOMDIR.includes("PICTURES"));
});

test("rules that do not look for writing leave it, and take what is beside the picture all the same", async () => {
  const [out, report, policy] = [join(home, "plain"), join(home, "plain.json"), join(home, "policy.json")];
  writeFileSync(policy, JSON.stringify({ version: 1, name: "bare", options: [] }));
  const refused = await scrub(join(folder, "a photo.JPG"), "--output", out, "--policy", policy);
  assert.deepEqual([refused.code, refused.stderr], [3, "withheld 1 writing\n"], "unless they say themselves that it may stay");
  writeFileSync(policy, JSON.stringify({ version: 1, name: "bare", options: [], writing: "none" }));
  const { code } = await scrub(join(folder, "a photo.JPG"), "--output", out, "--report", report, "--policy", policy);
  assert.equal(code, 0);
  const [bytes] = Object.values(tree(out));
  assert.ok(!bytes.includes(WORD));
  const { files, notChecked } = JSON.parse(readFileSync(report, "utf8"));
  assert.deepEqual([files[0].writing, files[0].pixels, notChecked[0]], ["unseen", "rebuilt", "writing-in-pixels"]);
  const [one, other] = [await decoded(inputs["a photo.JPG"]), await decoded(bytes)];
  assert.ok(one.pixels.every((value, index) => Math.abs(value - other.pixels[index]) <= 1));
});

test("TIFF of one page and BMP leave as the PNG of the same picture would; of several pages none leaves", async () => {
  const [forms, out] = [join(home, "forms"), join(home, "out forms")];
  mkdirSync(forms);
  for (const [n, { page }] of [photo, screen].entries()) {
    for (const [form, bytes] of Object.entries({ png: png(page), bmp: bmp(page), tiff: tiff([page], WORD) })) {
      writeFileSync(join(forms, `${n} ${form}`), bytes);
    }
  }
  const all = await scrub(forms, "--output", out);
  assert.equal(all.code, 0, all.stderr);
  const made = Object.values(tree(out));
  assert.equal(made.length, 6);
  for (const first of [0, 3]) {
    assert.ok(made[first].equals(made[first + 1]) && made[first].equals(made[first + 2]), `${first}`);
    assert.ok(!made[first].includes(WORD));
    assert.deepEqual(chunksOf(made[first]), ["IHDR", "IDAT", "IEND"]);
  }
  writeFileSync(join(home, "pages.tif"), tiff([photo.page, screen.page], WORD));
  const { code, stderr } = await scrub(join(home, "pages.tif"), "--output", join(home, "out pages"));
  assert.deepEqual([code, stderr], [3, "withheld 1 pages\n"]);
});

test("on the page they are a group of their own, are looked at by a person, and leave", async () => {
  const { context, page, messages } = await watchedPage(browser);
  await page.goto(pathToFileURL(fileURLToPath(new URL("../../dist/scan-scrubber-light.html", import.meta.url))).href);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles([{ name: "photo.jpg", mimeType: "image/jpeg", buffer: inputs["a photo.JPG"] }]);
  await untilState(page, "review");
  await page.getByRole("heading", { name: "We found 1 picture file" }).waitFor();
  await page.getByText("We cannot take a face out of a photo").waitFor();
  await page.getByRole("button", { name: "Clean 1 image" }).click();
  await untilState(page, "look");
  await page.getByRole("button", { name: "Looks right" }).click();
  await page.getByRole("button", { name: "Remove my details" }).click();
  await untilState(page, "done");
  const [file] = await page.evaluate(async () => {
    const { files } = document.querySelector("scan-scrubber");
    return Promise.all(files.map(async (each) => [each.name, each.type, [...new Uint8Array(await each.arrayBuffer())]]));
  });
  assert.deepEqual(file.slice(0, 2), ["SUBJECT/STUDY001/SERIES001/IMAGE00001.jpg", "image/jpeg"]);
  const bytes = Buffer.from(file[2]);
  assert.ok(!bytes.includes(WORD));
  await compare(inputs["a photo.JPG"], bytes, photo.area, { block: 8 });
  assert.deepEqual(messages, []);
  await context.close();
});
