import { describe, expect, test } from "vitest";
import { aConsentRequest } from "~/domain/consent/builders";
import type { Requester } from "~/domain/consent/consent-request";
import { allow } from "~/domain/consent/decision";
import { isolated } from "~/domain/shared/isolated-text";
import { question, stop } from "./present.harness";

const asking = (over: Partial<Requester>) => ({
  request: aConsentRequest({ requester: { ...aConsentRequest().requester, ...over } }),
});
const app = (over: Partial<Requester>) => question(asking(over)).parties.app;

describe("P-15, U-04: who asks", () => {
  test("the brand, and an agent in front of it", () => {
    expect(app({}).name).toBe(isolated("Budget Beacon"));
    expect(app({ agent: "Harbour Guides" }).name).toBe(
      `${isolated("Harbour Guides")} on behalf of ${isolated("Budget Beacon")}`,
    );
  });

  test("C-02: an agent of whom nothing can be seen is none, and stands in for no brand", () => {
    expect(app({ agent: "\u200B\u202E" }).name).toBe(isolated("Budget Beacon"));
    expect(stop(asking({ name: "\u200B", agent: "Harbour Guides" })).is).toBe("requester-unknown");
  });

  test("the firm's own name is there to unfold, where it is another", () => {
    expect(app({ legalName: "Beacon Tools Ltd" }).legal).toEqual({
      title: "Company behind this name",
      text: isolated("Beacon Tools Ltd"),
    });
    expect(app({ legalName: "Budget Beacon" })).not.toHaveProperty("legal");
    expect(app({ legalName: " " })).not.toHaveProperty("legal");
  });

  test("S12: a name of ten thousand characters leaves the question readable, and can be unfolded", () => {
    const view = question(asking({ name: "Budget Beacon ".repeat(715) }));
    expect(view.parties.app.name.length).toBeLessThan(130);
    expect(view.documentTitle.length).toBeLessThan(200);
    expect(view.summary.length).toBeLessThan(400);
    expect(view.parties.app.whole?.text.length).toBeGreaterThan(490);
    expect(app({})).not.toHaveProperty("whole");
  });

  test("one that its register does not let ask gets no yes, and is told", () => {
    const barred = asking({ standing: "barred" });
    expect(stop(barred)).toMatchObject({ is: "requester-barred", way: { by: "refusing" } });
    expect(allow(barred.request, [], { accountIds: [], seen: "h" }, "h")).toMatchObject({ error: "requester-unknown" });
    expect(question(asking({ standing: "active" })).state).toBe("question");
  });

  test("A-06: nor one that the bank has suspended, which is told as nobody's fault", () => {
    const suspended = asking({ standing: "suspended" });
    expect(stop(suspended)).toMatchObject({ is: "requester-suspended", way: { by: "refusing" } });
    expect(JSON.stringify(stop(suspended))).toContain("This is not about you or your accounts");
    expect(allow(suspended.request, [], { accountIds: [], seen: "h" }, "h")).toMatchObject({
      error: "requester-unknown",
    });
  });
});
