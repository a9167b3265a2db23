/** `npm run bench`: measures what is shipped. */

import { build } from "./build.mjs";
import { command, must } from "./lib.mjs";

await command(async () => {
  await build();
  await must(process.execPath, ["tests/bench/run.mjs", ...process.argv.slice(2)]);
});
