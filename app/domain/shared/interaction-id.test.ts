import { expect, test } from "vitest";
import { isInteractionId } from "./interaction-id";

const ID = "93BAC548-D2DE-4546-B106-880A5018460D";

test.each([ID, ID.toLowerCase(), "00000000-0000-0000-0000-000000000000"])("%s is one", (text) => {
  expect(isInteractionId(text)).toBe(true);
});

test.each(["", "x", ID.slice(1), `${ID}0`, ` ${ID}`, `${ID}\n`, `${ID}\r\nx: y`, ID.replaceAll("-", ""), "../../etc"])(
  "%j is none",
  (text) => {
    expect(isInteractionId(text)).toBe(false);
  },
);
