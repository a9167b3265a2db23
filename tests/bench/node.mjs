/** Runs programs over a folder, and says what that took. */

import { spawn } from "node:child_process";
import { childrenCpu, highWater, MB } from "./machine.mjs";

/** One run of a program: seconds, CPU seconds of it and its children, bytes at its peak, and what it wrote. */
export async function runProgram(program, args, { cwd } = {}) {
  const cpu = childrenCpu();
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let peak = 0;
  let output = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint = (complaint + text).slice(-2000);
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid));
  }, 20);
  const [code, ms] = await new Promise((done, fail) => {
    child.once("error", fail).once("close", (status) => done([status, performance.now() - started]));
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint}`);
  return { seconds: ms / 1000, cpu: childrenCpu() - cpu, peak: peak / MB, output };
}
