/** Faults that end a whole run. What ends one file only is a code in the review or the result. */

/** A fault with a stable code: "worker-start", "busy", "output", or a code of the core about the policy or the key. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: string;
  /** What the core said beside the code, for example the key of a policy that is wrong. Holds nothing of any file. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** What a cancelled run rejects with. */
export function aborted(): DOMException {
  return new DOMException("The run was cancelled.", "AbortError");
}
