/** Lets Node run the TypeScript of the tests and of `www/`, in versions that do not by themselves: `node --import ./scripts/typescript.mjs`. */

import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
