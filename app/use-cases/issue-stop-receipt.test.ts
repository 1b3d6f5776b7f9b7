import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import { aShownPage } from "~/domain/receipts/builders";
import { receiptFile } from "~/domain/receipts/receipt-file";
import { asChangeId, asClientId, asConsentId, asCustomerId, asDecisionId, asVisitId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import type { RecordedChange } from "~/ports/consent-changes";
import type { RegisteredConsent } from "~/ports/consent-register";
import { composeStopReceipt } from "~/web/compose-stop-receipt";
import { checkReceipt } from "./check-receipt";
import { issueStopReceipt } from "./issue-stop-receipt";
import { aRegisteredConsent } from "./own-consent.builders";

const ME = asCustomerId("cus-1");
const ID = asConsentId("aac-1");
const CONTROLLER = {
  name: "Northlight Bank",
  phone: "0800 555 0199",
  address: "1 Harbour Square, Leeds",
  privacyNotice: "https://northlight.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
};
const key = { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: "one" };
const signer = createJwsSigner(JSON.stringify({ keys: [key] }));

const STOPPED: Partial<RegisteredConsent> = { status: "revoked", reason: "customer-stopped" };
const STOP: RecordedChange = {
  id: asChangeId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1aa"),
  consentId: ID,
  clientId: asClientId("tpp-beacon"),
  kind: "account-access",
  move: "stop",
  reason: "lost-trust",
  actor: { type: "customer", ref: "7a1f6c1e-58c3-4a55-9c0d-3d1b5a2f8e44" },
  correlationId: "1",
  intendedAt: new Date("2026-03-14T10:00:00Z"),
  endedAt: new Date("2026-03-14T10:00:02Z"),
  state: "settled",
};

/** @param consent as it stands. @param change what its customer last asked for. */
function issuing(consent: Partial<RegisteredConsent> = STOPPED, change: RecordedChange | undefined = STOP) {
  let kept: string | undefined;
  const of = aRegisteredConsent(undefined, consent);
  const page = aShownPage();
  return issueStopReceipt({
    register: {
      find: async (id, by) => (id === ID && typeof by === "object" && by.customer === of.customer ? of : undefined),
    },
    changes: { newestOf: async () => change },
    answers: {
      of: async () => [
        {
          decisionId: asDecisionId("d-1"),
          visit: asVisitId("v-1"),
          outcome: "allowed",
          accountIds: ["acc-1"],
          at: STOP.intendedAt,
          hasReceipt: true,
        },
      ],
      pageOf: async () => page,
    },
    receipts: {
      of: async () => kept,
      async keep(_, signed) {
        kept ??= signed;
        return kept;
      },
    },
    compose: (facts) => composeStopReceipt(CONTROLLER, enGB)(facts),
    signer,
  });
}

describe("D-13, D-07: the receipt of a stop", () => {
  test("says that it was withdrawn, when, and what it was about; and not why", async () => {
    const issued = await issuing()(ID, ME, "en-GB");
    expect(issued).toMatchObject({
      record: {
        record_id: ID,
        events: [{ event_state: "withdrawn", event_time: "2026-03-14T10:00:02.000Z", validity_duration: "none" }],
        decision: { accounts: [{ name: "Everyday" }], issued_at: "2026-03-14T10:00:02.000Z" },
        processing: [{ withdrawal_method: "You stopped it. To start again, begin in the app." }],
      },
    });
    expect(JSON.stringify(issued)).not.toContain("lost-trust");
  });

  test("B-17: it is the same ever after, and anybody can check it", async () => {
    const issue = issuing();
    const issued = await issue(ID, ME, "en-GB");
    if (typeof issued === "string") throw new Error(issued);
    expect(await issue(ID, ME, "de")).toEqual(issued);
    const check = (text: string) => checkReceipt({ signer })(new TextEncoder().encode(text));
    const file = receiptFile(issued.record, issued.signed);
    expect(await check(file)).toMatchObject({ is: "genuine", code: issued.code });
    expect(await check(file.replace("withdrawn", "given"))).toEqual({ is: "not-genuine" });
  });

  test("C-07: somebody else's looks like none", async () => {
    expect(await issuing()(ID, asCustomerId("cus-2"), "en-GB")).toBe("not-found");
    expect(await issuing()(asConsentId("aac-9"), ME, "en-GB")).toBe("not-found");
  });

  const { endedAt: _, ...onItsWay } = { ...STOP, state: "intended" as const };
  test.each<[string, Partial<RegisteredConsent>, RecordedChange]>([
    ["goes on", {}, STOP],
    ["is being stopped", {}, onItsWay],
    ["was stopped by the app", { status: "revoked", reason: "tpp-deleted" }, STOP],
    ["was ended by the bank", { status: "terminated", reason: "fraud" }, STOP],
    ["was only paused by them", STOPPED, { ...STOP, move: "suspend", reason: "customer-pause" }],
    ["was not stopped after all", STOPPED, { ...STOP, state: "closed", closedBecause: "not-allowed" }],
  ])("there is none of what %s", async (_name, consent, change) => {
    expect(await issuing(consent, change)(ID, ME, "en-GB")).toBe("not-stopped");
  });
});
