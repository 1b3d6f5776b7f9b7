import { UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { readAnswer } from "./authorization-answer.ts";

test.each([
  "#code=c1&id_token=t1&state=s1",
  "code=c1&id_token=t1&state=s1",
  "http://tpp.localhost:4500/callback#code=c1&id_token=t1&state=s1",
])("a fragment is read from %s", (text) => {
  expect(readAnswer(text)).toEqual({ parameters: { code: "c1", id_token: "t1", state: "s1" }, state: "s1" });
});

test("an error is an answer, also without state", () => {
  expect(readAnswer("?error=server_error")).toEqual({ parameters: { error: "server_error" } });
});

test("the state of a JARM response is inside it", () => {
  const response = new UnsecuredJWT({ state: "s2", code: "c2" }).encode();
  expect(readAnswer(`?response=${response}`)).toMatchObject({ state: "s2", jarmClaims: { code: "c2" } });
});

test.each(["", "?", "#state=s1", "?response=rubbish", "?code=a&code=b&state=s1", "?state=s1&state=s2&error=x"])(
  "%j is not an answer",
  (text) => {
    expect(readAnswer(text)).toBeUndefined();
  },
);
