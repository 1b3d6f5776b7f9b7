import { decodeProtectedHeader, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { signMessage, verifyMessage } from "./message-signature.ts";

const BODY = '{"Data":{"Amount":"42.50"}}';
const { privateKey, publicKey } = await generateKeyPair("PS256");
const signer = { key: privateKey, kid: "k1", issuer: "PSDGB-FCA-731904/tpp-beacon" };
const key = () => publicKey;

test("the signature is detached, PS256, with exactly the three critical parameters", async () => {
  const signature = await signMessage(BODY, signer, new Date("2026-04-01T09:30:00.900Z"));
  expect(signature).toMatch(/^[\w-]+\.\.[\w-]+$/);
  expect(decodeProtectedHeader(signature)).toEqual({
    alg: "PS256",
    kid: "k1",
    typ: "JOSE",
    cty: "application/json",
    "http://openbanking.org.uk/iat": 1775035800,
    "http://openbanking.org.uk/iss": "PSDGB-FCA-731904/tpp-beacon",
    "http://openbanking.org.uk/tan": "openbanking.org.uk",
    crit: ["http://openbanking.org.uk/iat", "http://openbanking.org.uk/iss", "http://openbanking.org.uk/tan"],
  });
  expect(await verifyMessage(signature, BODY, key)).toBe(true);
});

test("a file that is not JSON is signed the same way, and its header does not call it JSON", async () => {
  const file = "<Document>£</Document>";
  const signature = await signMessage(file, signer, new Date(), "text/xml");
  expect(decodeProtectedHeader(signature)).not.toHaveProperty("cty");
  expect(await verifyMessage(signature, file, key)).toBe(true);
});

test("one changed byte, another key, an attached payload, nothing: none of them verifies", async () => {
  const signature = await signMessage(BODY, signer);
  const other = await generateKeyPair("PS256");
  expect(await verifyMessage(signature, BODY.replace("42", "43"), key)).toBe(false);
  expect(await verifyMessage(signature, BODY, () => other.publicKey)).toBe(false);
  expect(await verifyMessage(signature.replace("..", ".e30."), BODY, key)).toBe(false);
  expect(await verifyMessage("", BODY, key)).toBe(false);
});
