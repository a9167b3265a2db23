/**
 * Pictures whose writing is known to the pixel, through the engine as it is shipped: how much of what identifies somebody has become
 * black, and how much else.
 *
 * A spread sample, half of it of pictures that nothing was fitted to or set by; with SCRUB_WRITING=all, all of the set, which takes half an
 * hour; with SCRUB_WRITING=held, as many that are held out.
 */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { ALL } from "./writing/make.mjs";
import { HELD_OUT, WRITTEN } from "./writing/plan.mjs";
import { scored } from "./writing/scored.mjs";

/** Minutes of work where the machine is busy. */
const timeout = 7_200_000;

/** As many as the set has, of those held out. */
const held = Array.from(ALL, (index) => HELD_OUT + index);
/** Some of every kind: every fourth of those held out is without writing. */
const SAMPLE = [
  ...ALL.filter((index) => (index < WRITTEN ? index % 80 === 0 : (index - WRITTEN) % 40 === 0)),
  ...[0, 60, 120, 3].map((number) => HELD_OUT + number),
];
const indices = { all: ALL, held }[process.env.SCRUB_WRITING] ?? SAMPLE;
const whole = indices !== SAMPLE;

/** Words that identify, covered to 99 of 100 of their ink; of the sample, one or two may be missed. */
const RECALL = whole ? 0.995 : 0.975;
/** Pictures without writing that may get a black box. */
const FALSE_ALARMS = 0.4;
/** Pixels, of pictures with writing, that may become black far from any word: a few pictures have most of them. */
const BESIDE = whole ? 0.025 : 0.05;
/** Pictures that may be withheld since what is left of them still looks like writing. */
const WITHHELD = 0.05;
/** The other reason: a class that is never cleaned, which the set has for some clips. */
const CLASS = "video";

describe(`${indices.length} pictures with known writing`, { timeout }, () => {
  const outcomes = [];
  let result;
  let report;
  before(
    async () => {
      result = await scored(indices, {
        each: ({ picture: { index, kind, words }, file, ms }) => outcomes.push({ index, kind, words, file, ms }),
      });
      report = result.score.report();
      console.log(result.score.lines().join("\n"));
      for (const { index, text, script, size, angle, box } of report.missed) {
        console.log(`missed in ${index}: ${text} (${script}, ${size} px, ${angle}) at ${Object.values(box).join(" ")}`);
      }
      console.log(`withheld: ${JSON.stringify(result.withheld)}`);
      if (process.env.SCRUB_SCORE) writeFileSync(process.env.SCRUB_SCORE, JSON.stringify({ report, withheld: result.withheld }, null, 2));
    },
    { timeout },
  );

  test("what identifies somebody becomes black", () => {
    assert.ok(report.words > indices.length);
    assert.ok(report.recall >= RECALL, `${report.covered} of ${report.words} words`);
  });

  test("a picture is hardly ever withheld for its writing", () => {
    const { writing = 0, [CLASS]: _, ...others } = result.withheld;
    assert.ok(writing <= Math.ceil(indices.length * WITHHELD), JSON.stringify(result.withheld));
    assert.deepEqual(others, {});
  });

  test("a picture without writing hardly ever gets a black box, and little beside words becomes black", () => {
    assert.ok(report.textless.pictures > 0);
    assert.ok(report.textless.withAreas <= Math.ceil(report.textless.pictures * FALSE_ALARMS), JSON.stringify(report.textless));
    assert.ok(report.beside <= BESIDE, `${report.beside}`);
  });

  test("nothing becomes black that the report does not say", () => {
    assert.deepEqual(result.silent, []);
    for (const { file } of outcomes)
      assert.ok(file.code !== undefined || ["blackened", "clean"].includes(file.writing), JSON.stringify(file));
    for (const { file } of outcomes) if (file.writing === "blackened") assert.ok(file.blackened > 0);
  });
});
