/** `npm run scrub`: the command line, built first where it is missing or older than the sources. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { command, dist, say } from "./lib.mjs";

// stdout belongs to the command.
say.output = process.stderr;
await command(build);
if (process.exitCode === undefined) {
  // npm runs this in the project's folder; paths are meant from where the person stands.
  if (process.env.npm_lifecycle_event === "scrub" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const cli = join(dist, "cli.mjs");
  process.argv[1] = cli;
  await import(pathToFileURL(cli).href);
}
