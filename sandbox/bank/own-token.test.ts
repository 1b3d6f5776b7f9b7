import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "./authorization-server.ts";
import { createOwnToken, type OwnToken } from "./own-token.ts";

const LIFE_SECONDS = 300;

let asked: number;
let away: boolean;
let token: OwnToken;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  asked = 0;
  away = false;
  const connection: Pick<AuthorizationServerConnection, "post"> = {
    async post() {
      asked += 1;
      if (away) throw new AuthorizationServerUnavailable("away");
      return { status: 200, body: { access_token: `token-${asked}`, expires_in: LIFE_SECONDS } };
    },
  };
  token = createOwnToken(connection as AuthorizationServerConnection, "https://as", { scope: "s" });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = async (seconds: number) => {
  vi.setSystemTime(seconds * 1_000);
  const current = await token.current("interaction");
  // What was begun beside it.
  await new Promise((resolve) => setImmediate(resolve));
  return current;
};

test("one serves for the half of its life; then another is asked for, and nobody waits for it", async () => {
  expect([await at(0), await at(149), asked]).toEqual(["token-1", "token-1", 1]);
  expect([await at(150), asked]).toEqual(["token-1", 2]);
  expect([await at(151), asked]).toEqual(["token-2", 2]);
});

test("B-14: the one that is held serves on while the authorization server is away, to shortly before its end", async () => {
  await at(0);
  away = true;
  expect([await at(150), await at(269)]).toEqual(["token-1", "token-1"]);
  await expect(at(270)).rejects.toThrow(AuthorizationServerUnavailable);
  away = false;
  expect(await at(271)).toBe(`token-${asked}`);
});

test("one that was refused is asked for anew", async () => {
  await at(0);
  token.forget();
  expect(await at(1)).toBe("token-2");
});
