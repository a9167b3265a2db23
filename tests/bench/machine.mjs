/** What the system says of processes: CPU time and memory, from `/proc`. And waiting until others leave the machine to us. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })) || 100;
/** Milliseconds between two looks at memory. */
const EVERY = 25;
/** Looks at memory between two looks for new processes. */
const LISTING = 20;

export const MB = 1e6;

/** Waits until less than a quarter of one processor is in use, or the time is over. Returns the processors that others still use. */
export async function quiet(patience) {
  const until = Date.now() + patience * 1000;
  for (;;) {
    const busy = await inUse(400);
    if (busy < 0.25 || Date.now() > until) return round(busy, 2);
    await sleep(1600);
  }
}

/** The machine, for the record. */
export function machine() {
  const [cpu] = cpus();
  return { cpu: cpu?.model ?? "unknown", processors: cpus().length, node: process.version, load: loadavg().map((each) => round(each, 2)) };
}

/** CPU seconds of this process's children that have ended. */
export function childrenCpu() {
  const fields = stat("self");
  return fields ? (Number(fields[13]) + Number(fields[14])) / TICKS : 0;
}

/** A process and all that it started, watched from now on. */
export class Tree {
  #root;
  #cpu = new Map();
  #kinds = new Map();
  #timer;
  #looks = 0;
  #peak = { all: 0, renderers: 0 };

  constructor(root) {
    this.#root = root;
    this.#list();
    this.#timer = setInterval(() => this.look(), EVERY);
  }

  /** CPU seconds so far, ended processes included. */
  cpu() {
    this.#list();
    for (const pid of this.#kinds.keys()) this.#count(pid);
    return [...this.#cpu.values()].reduce((sum, each) => sum + each, 0) / TICKS;
  }

  /** Bytes in use now: anonymous and shared memory, where memory shared by two processes counts twice. */
  memory() {
    const sum = { all: 0, renderers: 0 };
    for (const [pid, kind] of this.#kinds) {
      const bytes = resident(pid);
      sum.all += bytes;
      if (kind === "renderer") sum.renderers += bytes;
    }
    return sum;
  }

  /** The most there has been since the last call of {@link forget}. */
  get peak() {
    this.#list();
    this.look();
    return this.#peak;
  }

  forget() {
    this.#list();
    this.#peak = { all: 0, renderers: 0 };
  }

  look() {
    if (++this.#looks % LISTING === 0) this.#list();
    const { all, renderers } = this.memory();
    this.#peak = { all: Math.max(all, this.#peak.all), renderers: Math.max(renderers, this.#peak.renderers) };
  }

  end() {
    clearInterval(this.#timer);
  }

  #list() {
    const parents = new Map();
    for (const name of readdirSync("/proc")) if (/^\d+$/.test(name)) parents.set(Number(name), Number(stat(name)?.[1] ?? 0));
    const ours = (pid) => pid === this.#root || (parents.has(pid) && ours(parents.get(pid)));
    for (const pid of [...parents.keys()].filter(ours)) {
      this.#count(pid);
      // A process that was just forked has still the name of its parent.
      if (this.#kinds.get(pid) !== "renderer") this.#kinds.set(pid, kindOf(pid));
    }
  }

  #count(pid) {
    const fields = stat(pid);
    if (fields) this.#cpu.set(pid, Number(fields[11]) + Number(fields[12]));
  }
}

/** Processes that this one has started. */
export function children() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(stat(name)?.[1]) === process.pid)
    .map(Number);
}

/** The most memory that a process has had, in bytes. */
export function highWater(pid) {
  return field(pid, "VmHWM");
}

export function round(value, digits = 1) {
  return Number(value.toFixed(digits));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Processors in use over some milliseconds, by whomever. */
async function inUse(ms) {
  const before = times();
  await sleep(ms);
  const after = times();
  const all = after.all - before.all;
  return all === 0 ? 0 : (1 - (after.idle - before.idle) / all) * cpus().length;
}

function times() {
  const fields = readFileSync("/proc/stat", "utf8").split("\n", 1)[0].trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: fields.reduce((sum, each) => sum + each, 0), idle: fields[3] + fields[4] };
}

/** The fields of `/proc/PID/stat` after the name, the state first. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function resident(pid) {
  return field(pid, "RssAnon") + field(pid, "RssShmem");
}

function field(pid, name) {
  try {
    return Number(new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function kindOf(pid) {
  try {
    return /--type=([\w-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, "latin1"))?.[1] ?? "browser";
  } catch {
    return "gone";
  }
}
