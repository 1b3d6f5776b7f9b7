/** In the source for everyone to read, so that the sandbox starts without a secret. Production refuses it. */
export const SANDBOX_SESSION_KEY = "c2FuZGJveC1vbmx5LW5ldmVyLWluLXByb2R1Y3Rpb24";

/** As many as the AES-256 keys that are derived from it. */
const KEY_BYTES = 32;

export interface SessionKey {
  readonly bytes: Uint8Array;
  /** False for keys that no random generator would have made. */
  readonly strong: boolean;
  readonly sandbox: boolean;
}

/** Newest first: the first seals, all open, so that a key can be replaced without logging anyone out. */
export function parseSessionKeys(list: string, context: { addIssue(message: string): void }): readonly SessionKey[] {
  return list.split(",").map((encoded) => {
    const key = encoded.trim();
    const bytes = Buffer.from(key, "base64url");
    if (!/^[\w-]+$/.test(key) || bytes.length !== KEY_BYTES) {
      context.addIssue("must be base64url keys of 32 bytes, separated by commas, newest first");
    }
    return { bytes, strong: looksRandom(bytes), sandbox: key === SANDBOX_SESSION_KEY };
  });
}

/**
 * 32 random bytes hold 30 different values on average, fewer than 20 once in more than 10^12 keys, and are printable
 * text once in 10^13. A repeated byte or an encoded pass phrase is what this catches.
 */
function looksRandom(bytes: Uint8Array): boolean {
  return new Set(bytes).size >= 20 && bytes.some((byte) => byte < 0x20 || byte > 0x7e);
}
