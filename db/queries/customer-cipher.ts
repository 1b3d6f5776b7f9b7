import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { CustomerRef } from "~/domain/shared/ids";
import type { CustomerCipher } from "~/ports/customer-vault";

const ALGORITHM = "aes-256-gcm";
const KEY = 32;
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D, section 8.2.2); the pseudonym is authenticated with it.
 *
 * @param key 32 bytes.
 * @throws RangeError when it has another length.
 */
export function createCipher(ref: CustomerRef, key: Uint8Array): CustomerCipher {
  if (key.length !== KEY) throw new RangeError("a customer's key has 32 bytes");
  const pseudonym = Buffer.from(ref);
  return {
    ref,
    seal(value) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(pseudonym);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(pseudonym)
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      return JSON.parse(text.toString("utf8"));
    },
  };
}
