import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDomesticPayment } from "~/domain/consent/builders";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { shownText } from "~/domain/evidence/shown-page";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { viewOwnPage } from "~/use-cases/view-own-history";
import { createAppTold } from "./app-told";
import { createConsentDesk } from "./consent-desk";
import { type ProjectionWorld, projectionWorld, SEAL } from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";
import { createOwnAnswers } from "./own-answers";

const ALLOWED = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: [] } as const;
const REFUSED: Decision = { outcome: "refused", reason: "customer-declined" };
const [ME, OTHER] = [asCustomerId("cus-1"), asCustomerId("cus-2")];

const unhashed = aShownPage();
const PAGE = {
  ...unhashed,
  shownHash: createHash("sha256")
    .update(shownText({ ...unhashed, said: unhashed.shown.said }))
    .digest("base64url"),
};

const gbpPayment = (minor: bigint) => aDomesticPayment({ amount: { minor, currency: "GBP" } });

let the: ProjectionWorld;
beforeAll(async () => {
  the = await projectionWorld();
});
afterAll(() => the?.stop());

const desk = () => createConsentDesk(the.db, { tenant: "test", seal: SEAL, vault: the.vault });
const answers = () => createOwnAnswers(the.db, the.vault);

async function answered(decision: Decision, over: Partial<Visit> = {}, page = PAGE): Promise<Visit> {
  const visit = aVisit(over);
  await desk().openVisit(visit);
  await desk().keepShown(visit, page);
  await desk().settle(visit, await desk().intend(visit, decision, page.shownHash), undefined);
  return visit;
}

describe("D-06, D-13: a customer's own answers", () => {
  test("each with what was chosen, its page and whether there is a receipt", async () => {
    const visit = await answered(ALLOWED);
    const [answer, ...more] = await answers().of(visit.consentId, ME);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ visit: visit.id, outcome: "allowed", accountIds: ["acc-1"], hasReceipt: true });
    expect(Math.abs(Number(answer?.at) - Date.now())).toBeLessThan(60_000);
    expect(answer && (await answers().pageOf(answer))).toEqual(PAGE);
  });

  test("a no chose nothing; what was not taken is no answer", async () => {
    const visit = await answered(REFUSED);
    expect(await answers().of(visit.consentId, ME)).toMatchObject([{ outcome: "refused", accountIds: [] }]);
    const open = aVisit();
    await desk().openVisit(open);
    await desk().intend(open, ALLOWED);
    expect(await answers().of(open.consentId, ME)).toEqual([]);
  });

  test("C-07: somebody else's are none: neither for who looks, nor for who answered it once", async () => {
    const { consentId } = await answered(ALLOWED);
    expect(await answers().of(consentId, OTHER)).toEqual([]);
    await the.owner.execute(
      sql`update assent.consent_projection set customer_id = ${OTHER} where consent_id = ${consentId}`,
    );
    expect(await answers().of(consentId, ME)).toEqual([]);
    expect(await answers().of(consentId, OTHER)).toEqual([]);
  });
});

describe("D-17: what customers were asked for", () => {
  const asking = (subject: ConsentSubject) => {
    const { made } = PAGE.shown;
    return { ...PAGE, shown: { ...PAGE.shown, made: { ...made, request: { ...made.request, subject } } } };
  };
  const [first, later] = [gbpPayment(100n), gbpPayment(200n)];

  test("of each consent by itself, in one look", async () => {
    const [one, another] = [await answered(ALLOWED, {}, asking(first)), await answered(REFUSED, {}, asking(later))];
    const none = aVisit();
    const told = await answers().subjectsOf([one.consentId, another.consentId, none.consentId], ME);
    expect([...told]).toEqual(
      expect.arrayContaining([
        [one.consentId, first],
        [another.consentId, later],
      ]),
    );
    expect(told.size).toBe(2);
    expect(await answers().subjectsOf([], ME)).toEqual(new Map());
  });

  test("what was allowed counts before what was refused after it", async () => {
    const { consentId } = await answered(ALLOWED, {}, asking(first));
    await answered(REFUSED, { consentId }, asking(later));
    expect((await answers().subjectsOf([consentId], ME)).get(consentId)).toEqual(first);
  });

  test("C-07: of somebody else's, and of a page that put no question, there is none", async () => {
    const { consentId } = await answered(ALLOWED, {}, asking(first));
    const stopped = { ...PAGE, shown: { ...asking(first).shown, said: { state: "stopped" } } };
    const unasked = await answered(ALLOWED, {}, stopped);
    expect(await answers().subjectsOf([consentId], OTHER)).toEqual(new Map());
    expect(await answers().subjectsOf([unasked.consentId], ME)).toEqual(new Map());
    await the.owner.execute(
      sql`update assent.consent_projection set customer_id = ${OTHER} where consent_id = ${consentId}`,
    );
    expect(await answers().subjectsOf([consentId], ME)).toEqual(new Map());
    expect(await answers().subjectsOf([consentId], OTHER)).toEqual(new Map());
  });
});

describe("B-01: the page that was answered", () => {
  const view = (visit: Visit, decision: string, customer = ME) =>
    viewOwnPage({ register: createConsentRegister(the.db), answers: answers() })(visit.consentId, customer, decision);
  const decisionOf = async (visit: Visit) => (await answers().of(visit.consentId, ME))[0]?.decisionId ?? "";

  test("comes to the hash that it was kept under", async () => {
    const visit = await answered(ALLOWED);
    expect(await view(visit, await decisionOf(visit))).toMatchObject({ isIntact: true, page: PAGE });
  });

  test("one that was kept under another is said not to", async () => {
    const visit = await answered(ALLOWED, {}, { ...PAGE, shownHash: "another" });
    expect(await view(visit, await decisionOf(visit))).toMatchObject({ isIntact: false });
  });

  test("C-07: of somebody else's consent, of another consent, and of no answer there is none", async () => {
    const [visit, another] = [await answered(ALLOWED), await answered(ALLOWED)];
    expect(await view(visit, await decisionOf(visit), OTHER)).toBeUndefined();
    expect(await view(visit, await decisionOf(another))).toBeUndefined();
    expect(await view(visit, "not-a-decision'")).toBeUndefined();
  });
});

describe("D-23: what the app was told", () => {
  const told = (visit: Visit, customer = ME) => createAppTold(the.db).of(visit.consentId, customer);
  const deliver = (visit: Visit, state: string, over: { readonly channel?: string; readonly to?: string } = {}) =>
    the.owner.execute(sql`
      insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, state, body, ended_at)
      select gen_random_uuid(), id, ${over.channel ?? "tpp"}, ${over.to ?? visit.clientId}, consent_id, version, ${state}, '',
        case when ${state} <> 'queued' then timestamptz '2026-03-01 10:02:00Z' end
      from assent.outbox_event where consent_id = ${visit.consentId} order by version desc limit 1`);

  test.each([
    ["delivered", { is: "told", at: new Date("2026-03-01T10:02:00Z") }],
    ["queued", { is: "waiting" }],
    ["parked", { is: "not-told", at: new Date("2026-03-01T10:02:00Z") }],
    ["expired", { is: "not-told", at: new Date("2026-03-01T10:02:00Z") }],
  ])("%s", async (state, said) => {
    const visit = await answered(ALLOWED);
    await deliver(visit, state);
    expect(await told(visit)).toEqual([{ version: expect.any(Number), ...said }]);
    expect(await told(visit, OTHER)).toEqual([]);
  });

  test("what others heard says nothing of the app", async () => {
    const visit = await answered(ALLOWED);
    await deliver(visit, "delivered", { channel: "e-mail", to: "cus-1" });
    await deliver(visit, "delivered", { to: "tpp-another" });
    expect(await told(visit)).toEqual([]);
  });
});
