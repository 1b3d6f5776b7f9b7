import { expect, test } from "vitest";
import { keyIn } from "./form-key.server";

const sent = (key?: string) => {
  const form = new FormData();
  if (key !== undefined) form.set("key", key);
  return form;
};

test("a form that a page of ours wrote has its key", () => {
  const key = "0190c2c0-0000-7000-8000-000000000001";
  expect(keyIn(sent(key))).toBe(key);
});

test.each([undefined, "", "k-1", "0190c2c0-0000-7000-8000-000000000001 "])("with %j it is none of ours", (key) => {
  expect(() => keyIn(sent(key))).toThrow(expect.objectContaining({ status: 400 }));
});
