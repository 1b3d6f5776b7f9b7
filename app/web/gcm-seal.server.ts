import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** The key of one purpose, and the name under which what it sealed finds it again. */
export interface PurposeKey {
  readonly id: string;
  readonly key: KeyObject;
}

const ALGORITHM = "aes-256-gcm";
const VERSION = "2";
const KEY = 32;
const ID = 6;
const NONCE = 12;
const TAG = 16;

/**
 * A key of its own for each purpose, so that what is sealed for one place cannot be put in another, and random nonces
 * stay far from their limit (NIST SP 800-38D, section 8.3). One block of HKDF-Expand (RFC 5869, section 2.3): the raw key
 * is random already.
 */
export function purposeKey(purpose: string, raw: Uint8Array): PurposeKey {
  const derived = createHmac("sha512", raw).update(`assent seal ${VERSION} ${purpose}\u0001`).digest();
  return {
    id: derived.subarray(KEY, KEY + ID).toString("base64url"),
    key: createSecretKey(derived.subarray(0, KEY)),
  };
}

/** AES-256-GCM with a random nonce: `2.<key id>.<nonce, text and tag>`, the beginning authenticated with the text. */
export function gcmSeal(text: string, { id, key }: PurposeKey): string {
  const begins = `${VERSION}.${id}.`;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(begins));
  const sealed = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return begins + Buffer.concat(sealed).toString("base64url");
}

/** Whether a sealed text is of this form, and sealed with this key by its name. */
export const isGcmSealedWith = (sealed: string, { id }: PurposeKey): boolean => sealed.startsWith(`${VERSION}.${id}.`);

/** The text that {@link isGcmSealedWith} this key; undefined when it was changed. */
export function gcmOpen(sealed: string, { key }: PurposeKey): string | undefined {
  const begins = sealed.slice(0, sealed.lastIndexOf(".") + 1);
  const written = sealed.slice(begins.length);
  const bytes = Buffer.from(written, "base64url");
  // Node reads past letters that are not base64url; nothing else than what was written is to open.
  if (bytes.length < NONCE + TAG || bytes.toString("base64url") !== written) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(begins))
    .setAuthTag(bytes.subarray(-TAG));
  const text = decipher.update(bytes.subarray(NONCE, -TAG));
  try {
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
