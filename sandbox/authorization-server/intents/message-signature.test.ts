import { CompactSign, exportJWK, generateKeyPair, type JWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { type Signer, signMessage, verifyMessage } from "./message-signature.ts";
import { Refusal } from "./problem.ts";

const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";
const body = Buffer.from('{"Data":{}}');
let signer: Signer;
let other: JWK;

beforeAll(async () => {
  const make = async (kid: string) => {
    const { privateKey } = await generateKeyPair("PS256", { extractable: true });
    return { ...(await exportJWK(privateKey)), kid, alg: "PS256" };
  };
  signer = { key: await make("k-1"), issuer: "org/software" };
  other = await make("k-1");
});

const verdict = async (signature: string | undefined, bytes: Uint8Array = body) => {
  try {
    const { kty, n, e, kid } = signer.key;
    await verifyMessage(signature, bytes, { ...signer, key: { kty, n, e, kid } as JWK });
    return "accepted";
  } catch (error) {
    return error instanceof Refusal ? error.problems[0]?.name : error;
  }
};

/** Signed with the right key, whatever the header says. */
async function signedWith(over: Record<string, unknown>): Promise<string> {
  const header = {
    alg: "PS256",
    kid: "k-1",
    [IAT]: Math.floor(Date.now() / 1000) - 5,
    [ISS]: "org/software",
    [TAN]: "openbanking.org.uk",
    crit: [IAT, ISS, TAN],
    ...over,
  };
  const encoded = Buffer.from(JSON.stringify(header)).toString("base64url");
  const key = await crypto.subtle.importKey("jwk", signer.key, { name: "RSA-PSS", hash: "SHA-256" }, false, ["sign"]);
  const input = Buffer.from(`${encoded}.${body.toString("base64url")}`);
  const signature = await crypto.subtle.sign({ name: "RSA-PSS", saltLength: 32 }, key, input);
  return `${encoded}..${Buffer.from(signature).toString("base64url")}`;
}

describe("a detached message signature", () => {
  test("of ours is accepted over the same bytes only", async () => {
    const signature = await signMessage(body, signer);
    expect(await verdict(signature)).toBe("accepted");
    expect(await verdict(signature, Buffer.from('{"Data":{} }'))).toBe("Signature.Invalid");
  });

  test("is accepted with only what is mandatory", async () => {
    expect(await verdict(await signedWith({}))).toBe("accepted");
    expect(await verdict(await signedWith({ typ: "JOSE", cty: "json" }))).toBe("accepted");
  });

  test("by another key of the same name is refused", async () => {
    expect(await verdict(await signMessage(body, { ...signer, key: other }))).toBe("Signature.Invalid");
  });

  test.each([
    [undefined, "Signature.Missing"],
    ["", "Signature.Missing"],
    ["abc", "Signature.Malformed"],
    ["abc.def.ghi", "Signature.Malformed"],
    ["bm90IGpzb24..c2ln", "Signature.Malformed"],
  ])("%j is %s", async (signature, expected) => {
    expect(await verdict(signature)).toBe(expected);
  });

  test.each(["alg", "kid", "crit", IAT, ISS, TAN])("without %s lacks a claim", async (name) => {
    expect(await verdict(await signedWith({ [name]: undefined }))).toBe("Signature.MissingClaim");
  });

  test.each([
    ["another algorithm", { alg: "RS256" }],
    ["no algorithm", { alg: "none" }],
    ["another key id", { kid: "k-2" }],
    ["another issuer", { [ISS]: "org/other" }],
    ["another trust anchor", { [TAN]: "example.com" }],
    ["a time to come", { [IAT]: Math.floor(Date.now() / 1000) + 60 }],
    ["a time in words", { [IAT]: "now" }],
    ["fewer critical parameters", { crit: [IAT, ISS] }],
    ["more critical parameters", { crit: [IAT, ISS, TAN, "b64"], b64: false }],
    ["a parameter of its own", { b64: true }],
    ["another type", { typ: "JWT" }],
    ["another content", { cty: "text/plain" }],
  ])("with %s is refused for it", async (_what, over) => {
    expect(await verdict(await signedWith(over))).toBe("Signature.InvalidClaim");
  });

  test("is not taken for the whole of a signed message", async () => {
    const whole = await new CompactSign(body).setProtectedHeader({ alg: "PS256" }).sign(signer.key);
    expect(await verdict(whole)).toBe("Signature.Malformed");
  });
});
