/** More than one person in one set: said first, and who they are, since nobody else can tell whether that is right. */

import type { Review } from "../../engine/index.js";
import { h, value } from "../h.js";
import { personName } from "../names.js";
import type { Texts } from "../texts.js";
import { openOf, type Ticks } from "./ticks.js";

type Patient = Review["patients"][number];

/** The box for two people and more; nothing for one. Names stand open here: behind bars the question could not be answered. */
export function peoplePart(texts: Texts, { patients }: Review, ticks: Ticks): HTMLElement | undefined {
  if (patients.length < 2) return undefined;
  const names = patients.map(({ shown }) => shown.name && personName(shown.name).toLowerCase());
  const unsure = names.some((name, at) => !name || names.indexOf(name) !== at);
  return h(
    "section",
    { class: "warning people", "data-warning": "people" },
    h("h3", {}, texts.say("review-people", { people: patients.length })),
    h(
      "ol",
      {},
      ...patients.slice(0, NAMED).map((patient, at) => h("li", {}, ...lineOf(texts, patient), tickOf(texts, patient, at + 1, ticks))),
    ),
    patients.length > NAMED && h("p", {}, texts.say("review-more", { count: patients.length - NAMED })),
    h("p", {}, texts.say("review-people-check")),
    h("p", { class: "quiet" }, texts.say("review-people-apart"), unsure && ` ${texts.say("review-people-same")}`),
  );
}

/** All scans of one person, in or out. */
function tickOf(texts: Texts, { studies }: Patient, person: number, ticks: Ticks): HTMLElement {
  const series = studies.flatMap((study) => openOf(study.series));
  return h("label", { class: "whole" }, ticks.box(series, texts.say("review-person", { person })), texts.say("review-person-short"));
}

/** More people than this are no patient's own scans: their series can still be unticked one by one. */
const NAMED = 50;

/** "Jane Doe, born March 14, 1971, patient number 4711": what the files say, each in its own writing direction. */
function lineOf(texts: Texts, { shown: { name, birthDate, id } }: Patient): (string | Node)[] {
  const rows: [string, string | undefined][] = [
    ["review-birth", birthDate && texts.date(birthDate)],
    ["review-id", id],
  ];
  const known = rows.flatMap(([label, text]) => (text ? [h("span", { class: "fact" }, `${texts.say(label)}: `, value(text))] : []));
  return [h("strong", {}, name ? value(personName(name)) : texts.say("review-people-nameless")), ...known];
}
