import { expect, test } from "vitest";
import { describeError } from "./error-description.server";

class PostgresError extends Error {
  override name = "PostgresError";
  readonly code = "23505";
  readonly detail = "Key (account)=(40817810099910004312) already exists.";
}
class DrizzleQueryError extends Error {}

test("type, message, code and place are kept", () => {
  const described = describeError(Object.assign(new TypeError("bad shape"), { code: "E_SHAPE" }));
  expect(described).toMatchObject({ type: "TypeError", message: "bad shape", code: "E_SHAPE" });
  expect(described.at?.[0]).toMatch(/^at .*app\/web\/error-description\.server\.test\.ts:\d+:\d+/);
});

test("database errors lose their words, which quote parameters and rows", () => {
  const error = new DrizzleQueryError("Failed query: insert … params: Ada Lovelace,40817810099910004312", {
    cause: new PostgresError('duplicate key value "Ada Lovelace"'),
  });
  const described = describeError(error);
  expect(described).toMatchObject({ type: "DrizzleQueryError", cause: { type: "PostgresError", code: "23505" } });
  expect(JSON.stringify(described)).not.toMatch(/Ada|40817810099910004312/);
});

test.each([
  ["account 20-00-00 55779911 is closed", "account [number] is closed"],
  ["no user for eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.abc", "no user for [token]"],
  ["connect ECONNREFUSED 127.0.0.1:4202", "connect ECONNREFUSED 127.0.0.1:4202"],
  ["exceeded the timeout of 2500 ms", "exceeded the timeout of 2500 ms"],
])("%j is written as %j", (message, written) => {
  expect(describeError(new Error(message)).message).toBe(written);
});

test("what is thrown without being an error says nothing of its content", () => {
  expect(describeError("secret 123456789")).toEqual({ type: "string" });
});

test("a cause that leads back to itself ends", () => {
  const error = new Error("round");
  error.cause = error;
  expect(JSON.stringify(describeError(error)).length).toBeLessThan(10_000);
});
