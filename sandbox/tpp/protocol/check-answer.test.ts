import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { checkHybridAnswer, checkJarmAnswer, type Expectation } from "./check-answer.ts";
import { tokenHash } from "./token-hash.ts";

const bank = await generateKeyPair("PS256");
const stranger = await generateKeyPair("PS256");
const CODE = "cd-4Q7xw2LmZp0";

const expected: Expectation = {
  issuer: "http://auth.localhost:4200",
  clientId: "tpp-beacon",
  state: "st-9f27c1",
  nonce: "n-0b1d",
  consentId: "aac-5f0c7c1e",
  answersNameIssuer: false,
  keys: { keys: [{ ...(await exportJWK(bank.publicKey)), kid: "bank-1", alg: "PS256" }] },
};

const inAMinute = () => Math.floor(Date.now() / 1000) + 60;

function sign(claims: JWTPayload, key = bank.privateKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "PS256", kid: "bank-1" }).sign(key);
}

describe("hybrid", () => {
  const claims = (over: JWTPayload = {}): JWTPayload => ({
    iss: expected.issuer,
    aud: expected.clientId,
    exp: inAMinute(),
    nonce: expected.nonce,
    s_hash: tokenHash(expected.state),
    c_hash: tokenHash(CODE),
    openbanking_intent_id: expected.consentId,
    ...over,
  });
  const failing = async (parameters: Record<string, string>) =>
    (await checkHybridAnswer({ parameters }, expected)).checks.filter((check) => !check.passed).map(({ name }) => name);
  const answer = async (over: JWTPayload = {}, key = bank.privateKey) => ({
    code: CODE,
    state: expected.state,
    id_token: await sign(claims(over), key),
  });

  test("an honest answer passes every check", async () => {
    expect(await failing(await answer())).toEqual([]);
  });

  test.each<[string, JWTPayload]>([
    ["id_token.iss is the bank", { iss: "http://evil.example" }],
    ["id_token.aud is this client", { aud: "tpp-tallybook" }],
    ["id_token.aud is this client", { aud: ["tpp-beacon", "tpp-tallybook"] }],
    ["id_token has not expired", { exp: 1 }],
    ["nonce is the one we sent", { nonce: "other" }],
    ["s_hash fits state", { s_hash: tokenHash("other") }],
    ["c_hash fits code", { c_hash: tokenHash("other") }],
    ["openbanking_intent_id is our consent", { openbanking_intent_id: "other" }],
  ])("%s, or it fails", async (name, over) => {
    expect(await failing(await answer(over))).toEqual([name]);
  });

  test("another's signature, another's state, another's iss, no id_token", async () => {
    const honest = await answer();
    expect(await failing(await answer({}, stranger.privateKey))).toEqual(["id_token is signed by the bank, PS256"]);
    expect(await failing({ ...honest, state: "other" })).toEqual(["state is the one we sent"]);
    expect(await failing({ ...honest, iss: "http://evil.example" })).toEqual(["iss names the bank we asked"]);
    expect(await failing({ code: CODE, state: expected.state })).toEqual(["code and id_token are both there"]);
    expect(await failing({ ...honest, id_token: "rubbish" })).toContain("id_token is signed by the bank, PS256");
  });

  test("an error needs its state and nothing more", async () => {
    expect(await failing({ error: "access_denied", state: expected.state })).toEqual([]);
    expect(await failing({ error: "access_denied", state: "other" })).toEqual(["state is the one we sent"]);
  });
});

describe("JARM", () => {
  const claims = (over: JWTPayload = {}): JWTPayload => ({
    iss: expected.issuer,
    aud: expected.clientId,
    exp: inAMinute(),
    state: expected.state,
    code: CODE,
    ...over,
  });
  const failing = async (response: string | undefined) => {
    const parameters: Record<string, string> = response === undefined ? { error: "access_denied" } : { response };
    const { checks } = await checkJarmAnswer({ parameters }, expected);
    return checks.filter((check) => !check.passed).map(({ name }) => name);
  };

  test("an honest answer passes every check", async () => {
    expect(await failing(await sign(claims()))).toEqual([]);
  });

  test.each<[string, JWTPayload]>([
    ["response.iss is the bank", { iss: "http://evil.example" }],
    ["response.aud is this client", { aud: "tpp-tallybook" }],
    ["response has not expired", { exp: 1 }],
    ["state is the one we sent", { state: "other" }],
  ])("%s, or it fails", async (name, over) => {
    expect(await failing(await sign(claims(over)))).toEqual([name]);
  });

  test("another's signature, and an answer that is not signed at all", async () => {
    expect(await failing(await sign(claims(), stranger.privateKey))).toEqual(["response is signed by the bank, PS256"]);
    expect(await failing(undefined)).toEqual(["the answer is a signed response"]);
  });
});
