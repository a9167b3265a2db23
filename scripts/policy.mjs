/** What the page may do, and above all what it may not: send. */

import { sha256 } from "./lib.mjs";

/**
 * The policy for a page with one inline script and one inline style, for its `<meta>` and for its header alike.
 *
 * With `beside`, scripts of its own origin too: further wasm files and languages, which the page imports when it needs them, and the service
 * worker with its manifest, where a person wants to keep the page.
 *
 * The cleaning's workers come from `blob:` only, since those inherit the policy; a worker loaded from an address would not under `<meta>`.
 */
export function contentSecurityPolicy({ scripts, styles, beside = false }) {
  const hashes = (texts) => texts.map((text) => `'sha256-${sha256(text, "base64")}'`).join(" ") || "'none'";
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}${beside ? " 'self'" : ""} 'wasm-unsafe-eval'`,
    `style-src ${hashes(styles)}`,
    "img-src blob: data:",
    `worker-src blob:${beside ? " 'self'" : ""}`,
    "connect-src 'none'",
    ...(beside ? ["manifest-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types scan-scrubber${beside ? " scan-scrubber-keep" : ""}`,
  ].join("; ");
}

/** The policy of the service worker, which has no `<meta>`: it fetches the page's own files, and nothing of elsewhere. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What only a header can say: nobody frames the page. */
export const headerOnly = "frame-ancestors 'none'";

/** The policy that a page carries in its `<meta>`. */
export function policyOf(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
}
