import { exportJWK, generateKeyPair, type JWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { createMessageSigner, verifySignature } from "./message-signature.ts";

const now = new Date("2026-02-10T12:00:00Z");
const body = '{"Data":{}}';
const bytes = new TextEncoder().encode(body);
let key: JWK;
let other: JWK;

const newKey = async (kid: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("PS256", { modulusLength: 2048, extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: "PS256" };
};
const publicOf = ({ kty, n, e, kid, alg }: JWK): JWK => ({ kty, n, e, kid, alg }) as JWK;

beforeAll(async () => {
  [key, other] = await Promise.all([newKey("tpp-1"), newKey("tpp-1")]);
});

const sign = async (issuer = "PSDGB-FCA-731904/tpp", signingKey = key, at = now) =>
  (await createMessageSigner(signingKey, issuer, () => at))(body);

/** The error code, or "accepted". */
async function verdict(signature: string | undefined, over = bytes): Promise<string> {
  const signer = { key: publicOf(key), organisationId: "PSDGB-FCA-731904" };
  return verifySignature(signature, over, signer, now).then(
    () => "accepted",
    (error: { detail: { code: string } }) => error.detail.code,
  );
}

/** `signature` with another header: what is checked before the signature itself. */
function withHeader(signature: string, change: Record<string, unknown>): string {
  const [header = "", , mac] = signature.split(".");
  const changed = { ...JSON.parse(Buffer.from(header, "base64url").toString()), ...change };
  return `${Buffer.from(JSON.stringify(changed)).toString("base64url")}..${mac}`;
}

test("a signature over these bytes by this key is accepted", async () => {
  expect(await verdict(await sign())).toBe("accepted");
});

test("other bytes or another key are not", async () => {
  expect(await verdict(await sign(), new TextEncoder().encode('{"Data": {}}'))).toBe("Signature.Invalid");
  expect(await verdict(await sign(undefined, other))).toBe("Signature.Invalid");
});

test("none, and what is none", async () => {
  const signature = await sign();
  expect(await verdict(undefined)).toBe("Signature.Missing");
  for (const malformed of ["rubbish", "a..b", signature.replace("..", ".e30."), `${signature}.x`]) {
    expect([malformed, await verdict(malformed)]).toEqual([malformed, "Signature.Malformed"]);
  }
});

describe("each header parameter", () => {
  test.each([
    "alg",
    "kid",
    "crit",
    "http://openbanking.org.uk/iat",
    "http://openbanking.org.uk/iss",
    "http://openbanking.org.uk/tan",
  ])("%s must be there", async (name) =>
    expect(await verdict(withHeader(await sign(), { [name]: undefined }))).toBe("Signature.MissingClaim"),
  );

  test.each<[string, Record<string, unknown>]>([
    ["another algorithm", { alg: "RS256" }],
    ["no algorithm", { alg: "none" }],
    ["another key id", { kid: "tpp-2" }],
    ["unencoded payload (RFC 7797)", { b64: false }],
    ["a key of its own", { jwk: {} }],
    ["another type", { typ: "JWT" }],
    ["another content", { cty: "text/plain" }],
    ["a time to come", { "http://openbanking.org.uk/iat": now.getTime() / 1000 + 60 }],
    ["a time as text", { "http://openbanking.org.uk/iat": "now" }],
    ["another organisation", { "http://openbanking.org.uk/iss": "PSDGB-FCA-845126/tpp" }],
    ["an organisation that starts like it", { "http://openbanking.org.uk/iss": "PSDGB-FCA-7319041/tpp" }],
    ["another trust anchor", { "http://openbanking.org.uk/tan": "elsewhere.example" }],
    ["fewer critical parameters", { crit: ["http://openbanking.org.uk/iat"] }],
    [
      "a strange critical parameter",
      { crit: ["http://openbanking.org.uk/iat", "http://openbanking.org.uk/iss", "exp"] },
    ],
  ])("%s is refused", async (_, change) => {
    expect(await verdict(withHeader(await sign(), change))).toBe("Signature.InvalidClaim");
  });
});
