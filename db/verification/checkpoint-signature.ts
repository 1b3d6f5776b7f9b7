import { readFileSync } from "node:fs";
import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK } from "jose";
import { EXPORT_TYPE } from "~/domain/audit/audit-export";
import { CHECKPOINT_TYPE, type Checkpoint } from "~/domain/audit/checkpoint";
import { RETIREMENT_TYPE, type Retirement } from "~/domain/audit/retirement";
import type { CheckExport } from "~/domain/audit/verify-export";

export type Signed =
  | { readonly is: typeof CHECKPOINT_TYPE; readonly says: Checkpoint }
  | { readonly is: typeof RETIREMENT_TYPE; readonly says: Retirement };

export type CheckSignature = (signed: string) => Promise<Signed | undefined>;

/** What checks an export with the same keys (see `verifyExport`). */
export function exportSignatures(ours: JSONWebKeySet): CheckExport {
  const keys = createLocalJWKSet(ours);
  const says = async <What>(signed: string, typ: string): Promise<What | undefined> => {
    try {
      const { payload, protectedHeader } = await compactVerify(signed, keys, { algorithms: ["PS256"] });
      return protectedHeader.typ === typ ? (JSON.parse(new TextDecoder().decode(payload)) as What) : undefined;
    } catch {
      return undefined;
    }
  };
  return { checkpoint: (signed) => says(signed, CHECKPOINT_TYPE), seal: (signed) => says(signed, EXPORT_TYPE) };
}

/** Tells checkpoints and retirements that were signed with one of these keys. */
export function checkpointSignatures(ours: JSONWebKeySet): CheckSignature {
  const keys = createLocalJWKSet(ours);
  return async (signed) => {
    try {
      const { payload, protectedHeader } = await compactVerify(signed, keys, { algorithms: ["PS256"] });
      const is = protectedHeader.typ;
      if (is !== CHECKPOINT_TYPE && is !== RETIREMENT_TYPE) return undefined;
      return { is, says: JSON.parse(new TextDecoder().decode(payload)) } as Signed;
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

/**
 * Signs that a month was retired, with the newest key of a JWK Set of private ones.
 *
 * @throws Error when the file is none.
 */
export async function retirementSigner(file: string): Promise<(retirement: Retirement) => Promise<string>> {
  const { keys } = JSON.parse(readFileSync(file, "utf8")) as { keys: JWK[] };
  const [newest] = keys;
  if (!newest?.d || !newest.kid) throw new Error(`${file} holds no private key with a kid`);
  const key = await importJWK(newest, "PS256");
  const header = { alg: "PS256", kid: newest.kid, typ: RETIREMENT_TYPE };
  return (retirement) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(retirement))).setProtectedHeader(header).sign(key);
}
