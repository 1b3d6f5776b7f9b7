import { expect, test } from "vitest";
import { enGB } from "~/i18n/en-GB/index";
import { presentOnPaper } from "./present-on-paper";

const now = new Date("2026-03-14T10:00:00Z");

test("a page on paper says when it was shown, and what to quote", () => {
  const said = presentOnPaper({ now, correlationId: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7" }, enGB);
  expect(said).toBe("Shown on 14\u00a0March\u00a02026 at\u00a010:00\u00a0GMT. Reference \u20664A8B-E1D7\u2069.");
});

test("there is nothing to quote of an id without a letter", () => {
  expect(presentOnPaper({ now, correlationId: "--" }, enGB)).toBeFalsy();
});
