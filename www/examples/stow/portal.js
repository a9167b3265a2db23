/** The page of a portal that sends clean scans to its archive, and says what became of each. */

import { stow } from "./scan-scrubber/adapters/stow.js";
import { ScanScrubber } from "./scan-scrubber/element.js";

const element = document.querySelector("scan-scrubber");
const send = document.querySelector("#send");
const stop = document.querySelector("#stop");
const said = document.querySelector("#said");

/** What the archive has not said it has. */
let left = [];
let underway = new AbortController();

begin();

async function begin() {
  // One key for one account: its scans get the same new name and number, this year and next.
  const response = await fetch("key", { method: "POST" });
  if (!response.ok) {
    said.textContent = "Please sign in again. Nothing can be sent now.";
    return;
  }
  element.key = new Uint8Array(await response.arrayBuffer());
  ScanScrubber.define();
  element.addEventListener("scrub-accept", () => offer([]));
  element.addEventListener("scrub-done", () => offer(element.files));
  send.addEventListener("click", () => void sendAll());
  stop.addEventListener("click", () => underway.abort());
}

function offer(files) {
  left = [...files];
  send.disabled = left.length === 0;
  said.textContent = "";
}

async function sendAll() {
  underway = new AbortController();
  send.disabled = true;
  stop.hidden = false;
  const delivery = await stow(left, {
    url: "dicom-web/studies",
    signal: underway.signal,
    onprogress: ({ done, total }) => {
      said.textContent = `${done} of ${total}`;
    },
    onretry: ({ next }) => {
      said.textContent = `The archive does not answer. Try ${next}.`;
    },
  });
  stop.hidden = true;
  // Only what never arrived for sure, or may not have, is offered again; the archive takes the same instance once.
  left = delivery.outcomes.filter(({ state }) => state !== "stored").map(({ file }) => file);
  send.disabled = left.length === 0;
  said.textContent = words(delivery);
}

function words({ outcomes, stored, repeated, complete, code }) {
  const twice = repeated > 0 ? ` ${repeated} had to be sent more than once.` : "";
  if (complete) return `All ${stored} images have arrived.${twice}`;
  const reasons = [...new Set(outcomes.filter(({ state }) => state !== "stored").map((outcome) => outcome.code))].join(", ");
  const end = code === "http-401" ? " Please sign in again." : " You can try again.";
  return `${stored} of ${outcomes.length} images have arrived (${reasons}).${twice}${end}`;
}
