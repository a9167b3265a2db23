/** `npm start`: sets up, builds and serves the page on this computer. */

import { build, isFresh } from "./build.mjs";
import { command, say } from "./lib.mjs";
import { serve } from "./serve.mjs";

await command(async () => {
  if (isFresh()) say("Everything is built and up to date.");
  await build();
  const address = await serve(Number(process.env.PORT ?? 8080));
  say(`\nScan scrubber is at ${address}\nNothing leaves this computer. Press Ctrl+C to stop.`);
});
