import { readFileSync } from "node:fs";
import { compactVerify, createLocalJWKSet, type JSONWebKeySet, type JWK } from "jose";
import { CHECKPOINT_TYPE, type Checkpoint } from "~/domain/audit/checkpoint";

export type CheckSignature = (signed: string) => Promise<Checkpoint | undefined>;

/** Tells checkpoints that were signed with one of these keys. */
export function checkpointSignatures(ours: JSONWebKeySet): CheckSignature {
  const keys = createLocalJWKSet(ours);
  return async (signed) => {
    try {
      const { payload, protectedHeader } = await compactVerify(signed, keys, { algorithms: ["PS256"] });
      if (protectedHeader.typ !== CHECKPOINT_TYPE) return undefined;
      return JSON.parse(new TextDecoder().decode(payload)) as Checkpoint;
    } catch {
      return undefined;
    }
  };
}

/**
 * The public parts of a JWK Set, which may hold private ones.
 *
 * @throws Error when the file is none.
 */
export function readPublicKeys(file: string): JSONWebKeySet {
  try {
    const { keys } = JSON.parse(readFileSync(file, "utf8")) as { keys: JWK[] };
    return { keys: keys.map(({ kid, n, e }) => ({ kty: "RSA", alg: "PS256", n, e, ...(kid && { kid }) }) as JWK) };
  } catch {
    throw new Error(`${file} holds no JWK Set`);
  }
}
