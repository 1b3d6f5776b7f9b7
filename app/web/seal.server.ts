import { compactDecrypt, errors } from "jose";
import { env } from "~/env.server";
import { gcmOpen, gcmSeal, isGcmSealedWith, type PurposeKey, purposeKey } from "./gcm-seal.server";

/**
 * Encrypts a text that must not lie readable where it is kept. What was sealed for one `purpose` cannot be put in the
 * place of another.
 *
 * @param keys raw 32-byte keys, newest first; SESSION_KEYS unless told otherwise.
 */
export function createSeal(purpose: string, keys: () => readonly Uint8Array[] = sessionKeys) {
  const derived = new WeakMap<Uint8Array, PurposeKey>();
  const ofPurpose = (raw: Uint8Array): PurposeKey => {
    const known = derived.get(raw) ?? purposeKey(purpose, raw);
    derived.set(raw, known);
    return known;
  };

  /** The text; undefined when it was changed, sealed for another purpose, or with a key that is no longer known. */
  async function tryOpen(sealed: string): Promise<string | undefined> {
    if (isJwe(sealed)) return openJwe(sealed, purpose, keys());
    const key = keys()
      .map(ofPurpose)
      .find((each) => isGcmSealedWith(sealed, each));
    return key && gcmOpen(sealed, key);
  }

  return {
    async seal(text: string): Promise<string> {
      const [newest] = keys();
      if (!newest) throw new Error("there is no key to seal with");
      return gcmSeal(text, ofPurpose(newest));
    },
    tryOpen,
    /** @throws Error where `tryOpen` gives nothing: for what we kept ourselves, and must be able to open. */
    async open(sealed: string): Promise<string> {
      const text = await tryOpen(sealed);
      if (text === undefined) throw new Error(`this is not sealed for ${purpose} with a key that we know`);
      return text;
    },
  };
}

/** What was sealed at first, and lies in databases: a compact JWE (RFC 7516) under the raw key, its purpose in `typ`. */
const isJwe = (sealed: string): boolean => sealed.startsWith("ey");

async function openJwe(sealed: string, purpose: string, keys: readonly Uint8Array[]): Promise<string | undefined> {
  for (const key of keys) {
    const opened = await decrypt(sealed, key);
    if (opened?.purpose === purpose) return opened.text;
  }
  return undefined;
}

async function decrypt(sealed: string, key: Uint8Array): Promise<{ purpose: unknown; text: string } | undefined> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return { purpose: protectedHeader.typ, text: new TextDecoder().decode(plaintext) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

const sessionKeys = () => env().SESSION_KEYS.map((key) => key.bytes);
