/** The report as a page of its own: to read, to print, to keep. It holds what the report holds, so no original value; it loads nothing. */

import type { Report } from "../engine/index.js";
import type { Texts } from "./texts.js";
import { faceLines, writingLines } from "./views/report.js";

/** The whole page as HTML, in the reader's language. */
export function reportPage(texts: Texts, report: Report): string {
  const say = (id: string, values?: Record<string, string | number>): string => escaped(texts.say(id, values));
  const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  const part = (id: string, items: readonly string[]): string => (items.length > 0 ? `<h2>${say(id)}</h2>${list(items)}` : "");
  const { found, verified, withheld, leftOut } = report.totals;
  const totals = [
    [say("report-found"), found],
    [say("report-verified"), verified],
    [say("report-withheld"), withheld],
    [say("report-left"), leftOut],
  ];
  const told = [...writingLines(texts, report), ...faceLines(texts, report)].map(({ text }) => escaped(text));
  const reasons = Object.entries(report.withheld).map(([code, count]) => {
    const why = texts.sayFirst([`code-${code}`, "code-other"], { code });
    return `${escaped(why)} × ${count}`;
  });
  const { name, version, wasmSha256 } = report.tool;
  return `<!doctype html>
<html lang="${texts.language}" dir="${texts.direction ?? "ltr"}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say("report-title")} – ${escaped(name)}</title>
${tag("style", STYLE)}
<h1>${say("report-title")}</h1>
<p>${say("report-hint")}</p>
<table>${totals.map(([label, count]) => `<tr><th scope="row">${label}</th><td>${count}</td></tr>`).join("")}</table>
${part("report-done", told)}
${part("report-why-not", reasons)}
${part(
  "report-unchecked",
  report.notChecked.map((what) => say(`unchecked-${what}`)),
)}
<h2>${say("report-policy")}</h2>
<div lang="en" dir="ltr">${list(report.policy.options.map(({ meaning }) => escaped(meaning)))}</div>
<footer><p>${say("report-tool", { name, version })}</p>
<p>${say("report-core")} <code dir="ltr">${escaped(wasmSha256)}</code></p></footer>
</html>
`;
}

/** A page that carries this script in itself must not meet the end of a style in it. */
function tag(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}

/** Nothing that a report says can become markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One sheet of paper, where that is possible. */
const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" +
  "h1,h2{line-height:1.2;margin:1.2em 0 .4em}h2{font-size:1.1rem}ul{margin:0;padding-inline-start:1.3rem}" +
  "th{text-align:start;font-weight:400;padding-inline-end:2rem}td{text-align:end}code{overflow-wrap:anywhere}" +
  "footer{margin-top:2rem;border-top:1px solid;font-size:.85rem}@media print{body{margin:0;font-size:10pt}h1{margin-top:0}}";
