import { describe, expect, test } from "vitest";
import type { StatusFacts } from "~/domain/consent/shown-status";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { CATALOGUES } from "~/i18n/catalogues";
import type { SignedRequest } from "~/ports/signed-requests";
import { presentSigned } from "./present";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };
const words = CATALOGUES["en-GB"];
const SIGNED: SignedRequest = {
  id: "s-1",
  kind: "domestic-payment",
  requester: "Tallybook",
  signedAt: new Date("2026-03-14T10:00:00Z"),
  stands: { is: "awaiting" },
};
const page = (...requests: readonly Partial<SignedRequest>[]) =>
  presentSigned({ requests: requests.map((over) => ({ ...SIGNED, ...over })) }, BANK, words);
const row = (over: Partial<SignedRequest>) => page(over).rows[0];
const since = (status: StatusFacts["status"], reason: StatusFacts["reason"], over: Partial<StatusFacts> = {}) =>
  row({ kind: "account-access", stands: { is: "complete", status, reason, ...over } })?.status;

describe("D-14: what somebody signed of what others asked for", () => {
  test("is told by app and kind, with the day of the signature, and leads to the page of the request", () => {
    const one = row({});
    expect([one?.title.label, one?.title.href]).toEqual(["Payment", "/dashboard/signatures/s-1"]);
    expect(withoutIsolates(one?.app?.name ?? "")).toBe("Tallybook");
    expect(one?.facts).toEqual([{ label: "You signed", value: "14\u00a0March\u00a02026" }]);
    expect(one?.notes).toEqual(["Others have yet to sign."]);
    expect([one?.accounts, one?.ways]).toEqual([[], []]);
  });

  test.each([
    ["domestic-payment", "signer-declined", "One of you said no. Nothing is paid."],
    ["account-access", "timed-out", "Not enough of you signed in time. Nothing is shared."],
  ] as const)("%s that came to nothing, %s: it says so", (kind, because, why) => {
    expect(row({ kind, stands: { is: "rejected", because } })?.status).toEqual({ is: "ended", label: "Ended", why });
  });

  test("signed by all it stands as it does now, and what whoever asked did is not said of whoever signed", () => {
    expect(since("authorised", "signers-complete")?.label).toBe("Active");
    expect(since("suspended", "customer-pause", { suspendedBy: "customer" })).toEqual({
      is: "paused",
      label: "Paused",
    });
    expect(since("revoked", "customer-stopped")?.why).toBe("It was stopped");
    expect(since("expired", "end-date", { agreedAt: SIGNED.signedAt })?.why).toBe("Its time ran out");
    const paid = row({ stands: { is: "complete", status: "consumed", reason: "used" } });
    expect(paid?.status).toEqual({ is: "done", label: "Sent to be paid" });
  });

  test("an app without a name, and nothing at all", () => {
    const { requester: _, ...nameless } = SIGNED;
    expect(presentSigned({ requests: [nameless] }, BANK, words).rows[0]?.app?.name).toBe("The app");
    expect(page().nothing?.title).toBe("You have signed nothing that others asked for.");
  });

  test("the pages beside it keep their place", () => {
    const at = { side: "after", at: "5", key: "s-1" } as const;
    expect(presentSigned({ requests: [SIGNED], older: at }, BANK, words).pages?.older?.href).toBe(
      "/dashboard/signatures?after=5.s-1",
    );
  });
});
