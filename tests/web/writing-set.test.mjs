/** The set of pictures with known writing is as large and as varied as it should be, the same each time; and its score adds up. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, test } from "node:test";
import { FACES } from "./writing/faces.mjs";
import { missing } from "./writing/fonts.mjs";
import { ALL, makePictures } from "./writing/make.mjs";
import { ANGLES, angleOf, BANDS, bandOf, KINDS, plan, TEXTLESS, WRITTEN } from "./writing/plan.mjs";
import { blacken, blackened, FORMS, formOf, planted } from "./writing/planted.mjs";
import { blackOf, maskOf, Score, share } from "./writing/score.mjs";
import { characters, PLAIN, SCRIPTS } from "./writing/texts.mjs";

const plans = ALL.map(plan);
const lines = plans.flatMap((picture) => picture.lines);
const identifying = lines.flatMap((line) =>
  line.words.filter(({ meaning }) => meaning === "identifying").map((word) => ({ ...word, line })),
);

describe("the plan", () => {
  test("there are enough pictures, and a share without writing", () => {
    assert.ok(WRITTEN >= 400 && TEXTLESS >= 100);
    assert.equal(plans.filter((picture) => picture.lines.length === 0).length, TEXTLESS);
    assert.deepEqual(plan(5), plan(5));
    assert.notDeepEqual(plan(5).lines, plan(5 + Object.keys(KINDS).length).lines);
  });

  test("every script, size, angle, kind and face occurs often enough to tell", () => {
    const often = (values, of, least) => {
      for (const value of values) assert.ok(identifying.filter((word) => of(word) === value).length >= least, `${value}`);
    };
    often(Object.keys(SCRIPTS), ({ line }) => line.script, 50);
    often(
      BANDS.map((band) => band.join("-")),
      ({ line }) => bandOf(line.size),
      100,
    );
    often(ANGLES, ({ line }) => angleOf(line.angle), 100);
    often(
      FACES.map(({ family, weight }) => family + weight),
      ({ line }) => line.face.family + line.face.weight,
      15,
    );
    assert.ok(new Set(FACES.map(({ family }) => family)).size >= 12);
    for (const kind of Object.keys(KINDS)) assert.ok(plans.filter((picture) => picture.kind === kind).length >= 40, kind);
    const sizes = new Set(plans.map(({ width, height }) => `${width}x${height}`));
    for (const size of ["512x512", "640x480", "1024x768", "2000x1600"]) assert.ok(sizes.has(size), size);
    assert.ok(plans.filter(({ jpeg }) => jpeg).length > 100 && plans.filter(({ samples }) => samples === 3).length > 100);
    assert.ok(lines.some((line) => line.size === 8) && lines.some((line) => line.size === 48));
  });

  test("every face has every character that it is asked for", () => {
    for (const face of FACES) {
      for (const script of face.scripts) assert.deepEqual(missing(face, characters(script)), [], `${face.family}, ${script}`);
      if (face.scripts.has("latin")) assert.deepEqual(missing(face, PLAIN), [], face.family);
    }
  });
});

describe("the pictures", () => {
  const some = [0, 14, 42, 98, 122, 440, 446];
  const made = [];
  before(async () => {
    await makePictures((picture) => made.push(picture), [...some, ...some.slice(0, 3)]);
  });

  test("are the same each time", () => {
    const hash = (picture) => {
      const sum = createHash("sha256").update(picture.data);
      for (const { ink, box } of picture.words) sum.update(ink).update(JSON.stringify(box));
      return sum.digest("hex");
    };
    for (const n of [0, 1, 2]) assert.equal(hash(made[n]), hash(made[some.length + n]));
    assert.equal(new Set(made.map(hash)).size, some.length);
  });

  test("hold their words, in tight boxes within the picture, with ink that can be seen", () => {
    for (const picture of made) {
      const { width, height, samples, data, words } = picture;
      assert.equal(data.length, width * height * samples);
      assert.equal(
        words.some(({ meaning }) => meaning === "identifying"),
        picture.index < WRITTEN,
      );
      for (const { box, ink, text, meaning } of words) {
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, text);
        assert.equal(ink.length, box.width * box.height);
        for (const edge of edges(box, ink)) assert.ok(edge.includes(1), `${text} has room in its box`);
        if (meaning === "identifying") assert.ok(differs(picture, box, ink), `${text} cannot be seen`);
      }
    }
  });
});

describe("planted files", () => {
  const some = new Map();
  before(async () => {
    const wanted = new Map();
    for (const picture of plans.slice(0, WRITTEN).filter(({ width }) => width < 1000)) {
      const key = `${formOf(picture)} ${picture.samples}`;
      if (!wanted.has(key)) wanted.set(key, picture.index);
    }
    await makePictures((picture) => some.set(`${formOf(picture)} ${picture.samples}`, picture), [...wanted.values()]);
  });

  test("hold the picture in every form, with its writing, until that is blackened", () => {
    assert.deepEqual(
      [...some.keys()].sort(),
      Object.entries(FORMS)
        .flatMap(([samples, forms]) => forms.map((form) => `${form} ${samples}`))
        .sort(),
    );
    for (const [key, picture] of some) {
      const form = formOf(picture);
      const file = planted(picture);
      const words = picture.words.filter(({ meaning }) => meaning === "identifying");
      const whole = (masks) => words.filter((word) => masks.every((mask) => share(picture, word, mask) >= 0.99)).length;
      // Dark letters on a white ground are black as they are.
      const light = words.filter(({ box, ink }) => lightness(picture, box, ink) > 60);
      assert.ok(light.length > 0, key);
      assert.ok(whole(blackened(file, picture, form)) <= words.length - light.length, key);
      const out = blackened(
        blacken(
          file,
          picture,
          form,
          words.map(({ box }) => box),
        ),
        picture,
        form,
      );
      assert.equal(whole(out), words.length, key);
    }
  });
});

function lightness({ width, samples, data }, box, ink) {
  let [sum, count] = [0, 0];
  ink.forEach((is, at) => {
    const pixel = (box.y + Math.floor(at / box.width)) * width + box.x + (at % box.width);
    if (is) for (let n = 0; n < samples; n += 1) sum += data[pixel * samples + n] / samples;
    count += is;
  });
  return sum / count;
}

function edges({ width, height }, ink) {
  const row = (y) => [...ink.subarray(y * width, (y + 1) * width)];
  const column = (x) => Array.from({ length: height }, (_, y) => ink[y * width + x]);
  return [row(0), row(height - 1), column(0), column(width - 1)];
}

/** Whether ink is lighter or darker than what is around it in its box. */
function differs({ width, samples, data }, box, ink) {
  const sums = [
    [0, 0],
    [0, 0],
  ];
  ink.forEach((is, at) => {
    const pixel = (box.y + Math.floor(at / box.width)) * width + box.x + (at % box.width);
    for (let n = 0; n < samples; n += 1) sums[is][0] += data[pixel * samples + n] / samples;
    sums[is][1] += 1;
  });
  const [[other, others], [inked, inks]] = sums;
  return others === 0 || Math.abs(inked / inks - other / others) > 12;
}

describe("the score", () => {
  const word = (meaning, x) => ({
    text: "AB",
    meaning,
    script: "latin",
    size: 2,
    band: "8-10",
    angle: "0",
    font: "Arimo",
    colour: "white",
    contrast: "high",
    under: "plain",
    box: { x, y: 1, width: 4, height: 2 },
    ink: new Uint8Array([1, 0, 0, 1, 1, 0, 0, 1]),
  });
  const picture = (words) => ({
    index: 1,
    kind: "fan",
    width: 20,
    height: 10,
    samples: 1,
    jpeg: false,
    identifiers: [],
    data: new Uint8Array(200),
    words,
  });

  test("a word counts where all of its ink is covered, by any number of areas", () => {
    const written = picture([word("identifying", 1), word("identifying", 8), word("harmless", 14)]);
    const score = new Score();
    // The first by two halves that leave the inkless middle; of the second all but a column of ink.
    score.add(written, [
      { x: 0, y: 0, width: 2, height: 9 },
      { x: 4, y: 1, width: 1, height: 2 },
      { x: 9, y: 0, width: 5, height: 9 },
    ]);
    const report = score.report();
    assert.equal(report.words, 2);
    assert.equal(report.covered, 1);
    assert.equal(report.recall, 0.5);
    assert.deepEqual(report.harmless, { words: 1, covered: 0 });
    assert.deepEqual(report.classes.script, { latin: { words: 2, covered: 1 } });
    assert.deepEqual(
      report.missed.map(({ box }) => box.x),
      [8],
    );
    assert.match(score.lines().join("\n"), /1 of 2 \(50\.00 %\)[\s\S]*fan 1\/2/);
  });

  test("99 of 100 are enough, 98 are not", () => {
    const large = { ...word("identifying", 0), box: { x: 0, y: 0, width: 20, height: 5 }, ink: new Uint8Array(100).fill(1) };
    const mask = new Uint8Array(200).fill(1);
    const covered = () => {
      const score = new Score();
      score.addMask(picture([large]), mask);
      return score.report().covered;
    };
    mask[7] = 0;
    assert.equal(share(picture([]), large, mask), 0.99);
    assert.equal(covered(), 1);
    mask[8] = 0;
    assert.equal(covered(), 0);
  });

  test("areas where there is no writing are counted once each pixel, within the picture", () => {
    const score = new Score();
    const areas = [
      { x: 15, y: 5, width: 100, height: 100 },
      { x: 15, y: 5, width: 1, height: 1 },
    ];
    score.add(picture([]), areas);
    score.add(picture([]), []);
    assert.deepEqual(score.report().textless, { pictures: 2, withAreas: 1, share: 25 / 400 });
    assert.equal(
      maskOf(picture([]), [{ x: -3, y: -3, width: 4, height: 4 }]).reduce((sum, each) => sum + each),
      1,
    );
  });

  test("what is covered far from words is told", () => {
    const score = new Score();
    score.add(picture([word("identifying", 1)]), [{ x: 0, y: 0, width: 20, height: 5 }]);
    // Columns 7 to 19 of five rows: the word reaches to 5, and its letters' height further.
    assert.equal(score.report().beside, 65 / 200);
  });

  test("black is black in every sample", () => {
    const colour = { width: 3, height: 1, samples: 3 };
    assert.deepEqual([...blackOf(colour, [0, 0, 0, 0, 1, 0, 9, 9, 9])], [1, 0, 0]);
    assert.deepEqual([...blackOf(colour, [0, 0, 0, 0, 1, 0, 9, 9, 9], 1)], [1, 1, 0]);
  });
});
