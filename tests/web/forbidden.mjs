/** What no shipped script may name: ways to send, to store, and to turn text into code or markup. */

/** By what each is good for, a pattern for minified code. Some are strict beyond need, so that an alias does not slip through. */
export const forbidden = {
  fetch: /\bfetch\b/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket(?:Stream)?\b/,
  WebTransport: /\bWebTransport\b/,
  EventSource: /\bEventSource\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeerConnection: /\b(?:webkit)?RTC[A-Z]\w*/,
  importScripts: /\bimportScripts\b/,
  "service worker": /\bserviceWorker\b/,
  "window.open": /\b(?:window|globalThis|self|top|parent)\s*(?:\?\.|\.|\[["'`])open\b|(?<![.\w$#"'-])open\s*\((?!\)?\s*\{)/,
  "location assignment":
    /\blocation\s*(?:=(?!=)|(?:\?\.|\.)\s*(?:href|hash|search|host|hostname|pathname|port|protocol)\s*=(?!=)|(?:\?\.|\.)\s*(?:assign|replace)\b)/,
  // The further wasm files, languages and what keeps the page lie beside the script, by these names and no others.
  "dynamic import":
    /(?<![.\w$#])import\s*\((?!"\.\/(?:pack-(?:pictures|codecs|reader|models)|locales\/(?:advice-)?[a-z]{2}|offline)\.js"\))/,
  eval: /(?<![.\w$#-])eval\b/,
  "new Function": /(?<![.\w$#`])Function\s*\(|(?<![.\w$#])Function\s*\.|\.constructor\s*\(\s*["'`]/,
  "timer with text": /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
  innerHTML: /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bset(?:HTML|HTMLUnsafe)\b|\bsrcdoc\b/,
  "markup parser": /\bDOMParser\b|\bcreateContextualFragment\b|\bparseHTMLUnsafe\b/,
  "document.write": /\bdocument\s*\.\s*write(?:ln)?\b/,
  localStorage: /\blocalStorage\b/,
  sessionStorage: /\bsessionStorage\b/,
  indexedDB: /\bindexedDB\b/,
  caches: /(?<![.\w$#-])caches\s*[.[]|\b(?:window|globalThis|self)\.caches\b/,
  cookie: /\.\s*cookie\b|\bcookieStore\b/,
  "preconnect or prefetch": /\b(?:preconnect|prefetch|prerender|modulepreload|dns-prefetch)\b/,
  "script element": /createElement\s*\(\s*["'`](?:script|iframe|object|embed|link|base|form)["'`]/i,
};

/** What no Node script may name: ways to the network and to other programs. */
export const forbiddenInNode = {
  "network module": /["'`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)["'`]/,
  "other programs": /["'`](?:node:)?(?:child_process|cluster)["'`]/,
  fetch: forbidden.fetch,
  XMLHttpRequest: forbidden.XMLHttpRequest,
  WebSocket: forbidden.WebSocket,
  EventSource: forbidden.EventSource,
  "dynamic import": /(?<![.\w$#])import\s*\(/,
  eval: forbidden.eval,
  "new Function": forbidden["new Function"],
};

/** What the page's own markup may not hold. */
export const forbiddenInMarkup = {
  "address of elsewhere": /\b(?:src|srcset|action|ping|poster|background|formaction)\s*=\s*["']?\s*(?:https?:)?\/\//i,
  "link that loads":
    /<link\b[^>]*\brel\s*=\s*["']?[^"'>]*(?:preconnect|prefetch|preload|prerender|modulepreload|dns-prefetch|stylesheet|manifest)/i,
  refresh: /http-equiv\s*=\s*["']?refresh/i,
  "frame or form": /<(?:iframe|frame|object|embed|form|base)\b/i,
  "inline handler": /<[^>]+\son\w+\s*=/i,
  "script from a file": /<script\b[^>]*\bsrc\b/i,
};

/** Names of the rules that a text breaks, each with where. */
export function lint(text, rules = forbidden) {
  return Object.entries(rules).flatMap(([name, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${name}: …${text.slice(Math.max(0, match.index - 60), match.index + 60)}…`] : [];
  });
}
