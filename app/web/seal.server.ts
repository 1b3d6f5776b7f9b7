import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { env } from "~/env.server";

/**
 * Encrypts a text that must not lie readable where it is kept. `purpose` is authenticated with it, so that what was
 * sealed for one place cannot be put in another.
 *
 * @param keys raw 32-byte keys, newest first; SESSION_KEYS unless told otherwise.
 */
export function createSeal(purpose: string, keys: () => readonly Uint8Array[] = sessionKeys) {
  /** The text; undefined when it was changed, sealed for another purpose, or with a key that is no longer known. */
  async function tryOpen(sealed: string): Promise<string | undefined> {
    for (const key of keys()) {
      const opened = await decrypt(sealed, key);
      if (opened?.purpose === purpose) return opened.text;
    }
    return undefined;
  }

  return {
    /** A compact JWE (RFC 7516). */
    async seal(text: string): Promise<string> {
      const [newest] = keys();
      if (!newest) throw new Error("there is no key to seal with");
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", typ: purpose })
        .encrypt(newest);
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
