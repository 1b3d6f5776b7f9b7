import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "~/env.server";
import type { CodeMac } from "~/use-cases/code-mac";
import { purposeKey } from "./gcm-seal.server";

/**
 * HMAC-SHA-256 under a key of its own. What was made with an older key of SESSION_KEYS still counts.
 *
 * @param keys raw 32-byte keys, newest first; SESSION_KEYS unless told otherwise.
 */
export function createCodeMac(keys: () => readonly Uint8Array[] = sessionKeys): CodeMac {
  const macOf = (raw: Uint8Array, challenge: string, code: string): Buffer =>
    createHmac("sha256", purposeKey("factor-code", raw).key).update(`${challenge}\n${code}`).digest();
  return {
    of(challenge, code) {
      const [newest] = keys();
      if (!newest) throw new Error("there is no key to keep a code with");
      return macOf(newest, challenge, code).toString("base64url");
    },
    everyOf: (challenge, code) => keys().map((raw) => macOf(raw, challenge, code).toString("base64url")),
    isOf(mac, challenge, code) {
      const kept = Buffer.from(mac, "base64url");
      return keys().some((raw) => {
        const made = macOf(raw, challenge, code);
        return made.length === kept.length && timingSafeEqual(made, kept);
      });
    },
  };
}

const sessionKeys = () => env().SESSION_KEYS.map((key) => key.bytes);
