import { describe, expect, test } from "vitest";
import { createPasskeyCheck } from "./simplewebauthn.server";
import { aSoftPasskey } from "./soft-authenticator.harness";

const origin = "https://consent.bank.example";
const rpId = "bank.example";
const challenge = Buffer.from("all that is agreed to, hashed").toString("base64url");
const { verify } = createPasskeyCheck({ origin, rpId });
const asked = { challenge, origin, rpId };

describe("P-22: what a passkey signed", () => {
  test("is taken, with all that it needs to be checked again", async () => {
    const { passkey, assert } = aSoftPasskey();
    const signed = await verify(assert(asked), challenge, [aSoftPasskey().passkey, passkey]);
    expect(signed).toMatchObject({ id: passkey.id, counter: 1 });
    expect(Object.keys(signed?.evidence ?? {}).sort()).toEqual([
      "authenticatorData",
      "clientDataJSON",
      "passkey",
      "publicKey",
      "signature",
    ]);
  });

  test.each([
    ["another challenge", { challenge: Buffer.from("all that is agreed to, hashee").toString("base64url") }],
    ["another site", { origin: "https://evil.example" }],
    ["another relying party", { rpId: "evil.example" }],
    ["a device that did not ask who it was", { verified: false }],
    ["the making of a passkey", { type: "webauthn.create" }],
  ])("B-05: of %s is not", async (_, over) => {
    const { passkey, assert } = aSoftPasskey();
    expect(await verify(assert({ ...asked, ...over }), challenge, [passkey])).toBeUndefined();
  });

  test("by a passkey that is not the customer's is not, whatever it calls itself", async () => {
    const [own, other] = [aSoftPasskey(), aSoftPasskey()];
    expect(await verify(other.assert(asked), challenge, [own.passkey])).toBeUndefined();
    const renamed = { ...JSON.parse(other.assert(asked)), id: own.passkey.id, rawId: own.passkey.id };
    expect(await verify(JSON.stringify(renamed), challenge, [own.passkey])).toBeUndefined();
    expect(await verify(own.assert(asked), challenge, [])).toBeUndefined();
  });

  test("whose counter went back is not", async () => {
    const { passkey, assert } = aSoftPasskey();
    expect(await verify(assert(asked), challenge, [{ ...passkey, counter: 1 }])).toBeUndefined();
  });

  test.each(["", "null", "[]", "{}", '{"id":1}', "\u0000", '{"__proto__":{"id":"x"}}'])(
    "%j is no answer",
    async (sent) => {
      expect(await verify(sent, challenge, [aSoftPasskey().passkey])).toBeUndefined();
    },
  );
});
