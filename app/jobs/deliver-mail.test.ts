import { describe, expect, test } from "vitest";
import { createInMemoryBank } from "~/adapters/bank/in-memory.server";
import { aBankAccount } from "~/domain/consent/builders";
import type { NoticeKind } from "~/domain/notifications/notice";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { Delivery } from "~/ports/delivery";
import type { Attempt } from "~/ports/outbox";
import { deliverMail } from "./deliver-mail";

/** A shared account of two signers; whom the bank wants shielded is what each test says. */
function aWorld(vulnerable: readonly string[], consent?: RegisteredConsent) {
  const people = ["cus-1", "cus-2"].map(asCustomerId);
  const holders = people.map((customer) => ({ customer, name: customer }));
  const signers = holders.map((holder) => ({ ...holder, group: "A" }));
  const mandate = { signers, pay: [{ anyOf: [{ A: 2 }] }], vulnerable: vulnerable.map(asCustomerId) };
  const bank = createInMemoryBank([aBankAccount({ holders, mandate })]);
  bank.contacts = { "cus-1": { email: "one@mail.example" }, "cus-2": { email: "two@mail.example" } };
  const mails: string[] = [];
  const attempts: Attempt[] = [];

  const register = { find: async () => consent };
  const deliver = async (what: NoticeKind, recipient = "cus-2") => {
    const waiting = [deliveryOf(what, recipient)];
    const outbox = {
      claim: async () => waiting.splice(0),
      record: async (done: readonly Attempt[]) => void attempts.push(...done),
      lagSeconds: async () => 0,
    };
    const mail = {
      send: async ({ to }: { to: string }) => {
        mails.push(to);
        return { outcome: "delivered" } as const;
      },
    };
    const compose = () => ({ locale: "en-GB", subject: "s", paragraphs: [] });
    await deliverMail({ outbox: outbox as never, bank, register, mail, compose }).round(new AbortController().signal);
    return attempts.at(-1)?.sent.outcome;
  };
  return { bank, mails, deliver };
}

const END = "2026-04-14T10:00:00.000Z";

const deliveryOf = (what: NoticeKind, recipient: string): Delivery => ({
  id: "d-1",
  channel: "e-mail",
  recipient,
  endpoint: "",
  clientId: asClientId("tpp"),
  consentId: asConsentId("dpc-1"),
  correlationId: "c-1",
  body: JSON.stringify({
    what,
    kind: "domestic-payment",
    by: "system",
    at: "2026-03-14T10:00:00Z",
    ...(what === "ends-soon" && { endsAt: END }),
  }),
  attempts: 1,
  claim: "1",
});

describe("P-31: who is vulnerable gets no mail that another holder caused", () => {
  test("whoever is to sign is told by mail, and whom the bank shields is not", async () => {
    const open = aWorld([]);
    expect(await open.deliver("signature-asked")).toBe("delivered");
    expect(open.mails).toEqual(["two@mail.example"]);
    const shielded = aWorld(["cus-2"]);
    expect(await shielded.deliver("signature-asked")).toBe("skipped");
    expect(shielded.mails).toEqual([]);
  });

  test("the other one of the same account is told", async () => {
    const { deliver, mails } = aWorld(["cus-2"]);
    expect(await deliver("signature-asked", "cus-1")).toBe("delivered");
    expect(mails).toEqual(["one@mail.example"]);
  });

  test("what they did themselves they are told of", async () => {
    expect(await aWorld(["cus-2"]).deliver("authorised")).toBe("delivered");
  });

  test("while the bank does not say, it waits", async () => {
    const { bank, deliver, mails } = aWorld(["cus-2"]);
    // Their address it still tells.
    bank.accountsOf = async () => {
      throw new BankUnavailable("away");
    };
    expect(await deliver("signature-asked")).toBe("failed");
    expect(mails).toEqual([]);
  });
});

describe("D-12: a reminder that waited", () => {
  const ends = (over: Partial<RegisteredConsent>) =>
    aWorld([], { status: "authorised", expiresAt: new Date(END), ...over } as RegisteredConsent);

  test("is sent while what it is of goes on until that day", async () => {
    expect(await ends({}).deliver("ends-soon")).toBe("delivered");
  });

  test.each<[string, Partial<RegisteredConsent>]>([
    ["was stopped", { status: "revoked" }],
    ["is paused", { status: "suspended" }],
    ["has ended", { status: "expired" }],
    ["was renewed", { expiresAt: new Date("2026-07-14T10:00:00Z") }],
  ])("is not sent when it %s meanwhile", async (_, over) => {
    const world = ends(over);
    expect(await world.deliver("ends-soon")).toBe("skipped");
    expect(world.mails).toEqual([]);
  });

  test("nor to whom it is no longer", async () => {
    expect(await aWorld([]).deliver("ends-soon")).toBe("skipped");
  });
});
