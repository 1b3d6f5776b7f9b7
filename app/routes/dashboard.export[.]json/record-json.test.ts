import { expect, test } from "vitest";
import { jsonOf } from "./record-json";

async function* pagesOf(...pages: readonly (readonly unknown[])[]) {
  yield* pages;
}
const textOf = async (lists: Parameters<typeof jsonOf>[0]) => {
  let text = "";
  for await (const part of jsonOf(lists)) text += part;
  return JSON.parse(text) as unknown;
};

test("D-27: one document, however many pages there are, and whatever stands in them", async () => {
  const hostile = { app: '"],"owner":"x', name: "</script>\u2028" };
  expect(await textOf({ consents: pagesOf([1, hostile], [], [2]), notices: pagesOf() })).toEqual({
    consents: [1, hostile, 2],
    notices: [],
  });
  expect(await textOf({ consents: pagesOf([]), notices: pagesOf([3]) })).toEqual({ consents: [], notices: [3] });
});
