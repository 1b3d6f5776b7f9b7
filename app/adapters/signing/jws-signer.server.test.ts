import { generateKeyPairSync } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { createJwsSigner } from "./jws-signer.server";

const aKey = (kid: string) => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid,
});
const older = aKey("older");
const newer = aKey("newer");
const set = (...keys: object[]) => JSON.stringify({ keys });

describe("the signer", () => {
  test("signs with the newest key and says which, for which end", async () => {
    const signer = createJwsSigner(set(newer, older));
    const signed = await signer.sign({ a: 1 }, "receipt+jws");
    expect(decodeProtectedHeader(signed)).toEqual({ alg: "PS256", kid: "newer", typ: "receipt+jws" });
    expect(await signer.verify(signed, "receipt+jws")).toEqual({ a: 1 });
  });

  test("what an older key signed is still ours, until that key is taken out", async () => {
    const signed = await createJwsSigner(set(older)).sign({ a: 1 }, "t");
    expect(await createJwsSigner(set(newer, older)).verify(signed, "t")).toEqual({ a: 1 });
    expect(await createJwsSigner(set(newer)).verify(signed, "t")).toBeUndefined();
  });

  test("what was signed for another end, was changed, or is no signature at all is not ours", async () => {
    const signer = createJwsSigner(set(newer));
    const signed = await signer.sign({ a: 1 }, "t");
    const [header, , signature] = signed.split(".");
    const other = Buffer.from('{"a":2}').toString("base64url");
    for (const text of [`${header}.${other}.${signature}`, "", "a.b.c", signed.slice(0, -2)]) {
      expect(await signer.verify(text, "t")).toBeUndefined();
    }
    expect(await signer.verify(signed, "u")).toBeUndefined();
  });

  test("publishes nothing private", () => {
    const { publicKeys } = createJwsSigner(set(newer, older));
    expect(publicKeys.keys.map((key) => Object.keys(key).sort())).toEqual(
      Array(2).fill(["alg", "e", "kid", "kty", "n", "use"]),
    );
  });

  const { kid: _, ...nameless } = newer;
  test.each([
    ["nothing", ""],
    ["no set", "{}"],
    ["an empty set", set()],
    ["a public key", set({ kty: "RSA", kid: "a", n: newer.n, e: newer.e })],
    ["a key without a name", set(nameless)],
    ["a key that is none", set({ ...newer, n: "AA", d: "AA" })],
  ])("%s is refused by the setting's name", (_, text) => {
    expect(() => createJwsSigner(text)).toThrow(/^SIGNING_KEYS_FILE must be/);
  });
});
