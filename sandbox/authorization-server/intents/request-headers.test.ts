import { expect, test } from "vitest";
import { acceptsJson, sendsJson } from "./request-headers.ts";

test.each([
  [null, true],
  ["*/*", true],
  ["application/json; charset=utf-8", true],
  ["text/html, application/*;q=0.8", true],
  ["application/json;q=0", false],
  ["application/jose+jwe", false],
  ["", false],
])("accept %j: %s", (accept, expected) => {
  expect(acceptsJson(accept)).toBe(expected);
});

test.each([
  ["application/json", true],
  ["Application/JSON; charset=UTF-8", true],
  ['application/json;charset="utf-8"', true],
  ["application/json; charset=latin1", false],
  ["application/jsonx", false],
  ["text/json", false],
  [null, false],
])("content type %j: %s", (contentType, expected) => {
  expect(sendsJson(contentType)).toBe(expected);
});
