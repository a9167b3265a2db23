/**
 * Rules that lie at an address of the portal's: `<scan-scrubber policy="/rules.json">`.
 *
 * @example
 * usePolicyUrls(ScanScrubber);
 */

/** The rules could not be had: `network`, `redirect`, `http-STATUS`, or `policy` where it is no JSON object. */
export class PolicyError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`the policy could not be had (${code})`);
    this.name = "PolicyError";
    this.code = code;
  }
}

/** Fetches rules. Whether they are valid, the engine says. */
export async function policyFrom(
  url: string | URL,
  options: { readonly signal?: AbortSignal; readonly fetch?: typeof fetch } = {},
): Promise<object> {
  const { signal = null, fetch: go = globalThis.fetch } = options;
  const response = await go(url, { redirect: "manual", referrerPolicy: "no-referrer", signal }).catch(() => {
    throw new PolicyError("network");
  });
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) throw new PolicyError("redirect");
  if (!response.ok) throw new PolicyError(`http-${response.status}`);
  const policy: unknown = await response.json().catch(() => undefined);
  if (typeof policy !== "object" || policy === null || Array.isArray(policy)) throw new PolicyError("policy");
  return policy;
}

/** Lets elements of this class fetch the policy that their `policy` attribute names. */
export function usePolicyUrls(element: { loadPolicy: ((url: string) => Promise<unknown>) | undefined }): void {
  element.loadPolicy = (url) => policyFrom(url);
}
