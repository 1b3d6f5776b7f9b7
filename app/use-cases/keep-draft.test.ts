import { expect, test } from "vitest";
import { aShownPage } from "~/domain/receipts/builders";
import { aVisit } from "~/ports/consent-desk.builders";
import { createInMemoryDesk } from "./in-memory-desk";
import { keepDraft } from "./keep-draft";
import { momentBefore } from "./moment-before";

async function world() {
  const desk = createInMemoryDesk();
  const visit = aVisit();
  for (const [shownHash, payloadHash] of [
    ["moment", momentBefore("request")],
    ["question", "request"],
    ["moment of another", momentBefore("another request")],
  ] as const) {
    await desk.keepShown(visit, { ...aShownPage(), shownHash, payloadHash });
  }
  const keep = keepDraft({ desk });
  return { keep: keep.bind(undefined, visit), kept: async () => (await desk.standing(visit)).draft?.draft };
}

test("WCAG 3.3.7: what is not done anew stays, from the page before the question to the question and on", async () => {
  const { keep, kept } = await world();
  await keep({ chosen: [], tookMoment: true }, "moment");
  await keep({ chosen: ["a"], profile: "business" }, "question");
  await keep({ chosen: ["b"] }, "question");
  expect(await kept()).toEqual({ chosen: ["b"], profile: "business", tookMoment: true });
});

test("P-16: whoever took a moment before one request has not taken it before another", async () => {
  const { keep, kept } = await world();
  await keep({ chosen: ["a"], find: "r", tookMoment: true }, "moment");
  await keep({ chosen: [] }, "moment of another");
  expect(await kept()).toEqual({ chosen: [] });
});

test("nothing is kept of a page that was never shown", async () => {
  const { keep, kept } = await world();
  await keep({ chosen: ["a"] }, "made-up");
  expect(await kept()).toBeUndefined();
});
