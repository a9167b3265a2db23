/** More than one person in one set: said first, and who they are, since nobody else can tell whether that is right. */

import type { Review } from "../../engine/index.js";
import { h, value } from "../h.js";
import { personName } from "../names.js";
import type { Texts } from "../texts.js";

type Patient = Review["patients"][number];

/** The box for two people and more; nothing for one. Names stand open here: behind bars the question could not be answered. */
export function peoplePart(texts: Texts, { patients }: Review): HTMLElement | undefined {
  if (patients.length < 2) return undefined;
  const names = patients.map(({ shown }) => shown.name && personName(shown.name).toLowerCase());
  const unsure = names.some((name, at) => !name || names.indexOf(name) !== at);
  return h(
    "section",
    { class: "warning people", "data-warning": "people" },
    h("h3", {}, texts.say("review-people", { people: patients.length })),
    h("ol", {}, ...patients.map((patient) => h("li", {}, ...lineOf(texts, patient)))),
    h("p", {}, texts.say("review-people-check")),
    h("p", { class: "quiet" }, texts.say("review-people-apart"), unsure && ` ${texts.say("review-people-same")}`),
  );
}

/** "Jane Doe, born March 14, 1971, patient number 4711": what the files say, each in its own writing direction. */
function lineOf(texts: Texts, { shown: { name, birthDate, id } }: Patient): (string | Node)[] {
  const rows: [string, string | undefined][] = [
    ["review-birth", birthDate && texts.date(birthDate)],
    ["review-id", id],
  ];
  const known = rows.flatMap(([label, text]) => (text ? [h("span", { class: "fact" }, `${texts.say(label)}: `, value(text))] : []));
  return [h("strong", {}, name ? value(personName(name)) : texts.say("review-people-nameless")), ...known];
}
