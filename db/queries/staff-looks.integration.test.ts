import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asClientId, asConsentId, asCustomerRef, asStaffId } from "~/domain/shared/ids";
import type { NewLook } from "~/ports/staff-looks";
import { type ChangeWorld, CUSTOMER, startChangeWorld } from "~/use-cases/change-consent.harness";
import { createStaffLooks } from "./staff-looks";

let the: ChangeWorld;
beforeAll(async () => {
  the = await startChangeWorld();
});
afterAll(() => the.close());

const [jo, viktor] = [asStaffId("stf-jo"), asStaffId("stf-viktor")];
const looks = () => createStaffLooks(the.database.db, { tenant: "test", vault: the.vault });
const aLook = (over: Partial<NewLook> = {}): NewLook => ({
  staff: jo,
  consentId: asConsentId(`aac-${randomUUID()}`),
  clientId: asClientId("tpp-beacon"),
  customer: CUSTOMER.id,
  reason: "customer-asked",
  note: "",
  correlationId: randomUUID(),
  ...over,
});
const events = async (id: string) =>
  (await the.database.db.execute<{ detail: unknown; personal: string | null; customer_ref: string; actor_ref: string }>(
    sql`select detail, personal, customer_ref, actor_ref from assent.audit_event
      where consent_id = ${id} and type = 'consent-looked' order by at`,
  )) as readonly { detail: unknown; personal: string | null; customer_ref: string; actor_ref: string }[];

test("A-01: a reason opens one consent to one person, and is on record", async () => {
  const look = aLook({ note: "Call 4711 of Grace Okafor" });
  await looks().begin(look);
  expect(await looks().of(jo, look.consentId)).toEqual({ reason: "customer-asked", until: expect.any(Date) });
  expect(await looks().of(viktor, look.consentId)).toBeUndefined();
  expect(await looks().of(jo, aLook().consentId)).toBeUndefined();
  const [event] = await events(look.consentId);
  expect(event).toMatchObject({ detail: { reason: "customer-asked" }, actor_ref: jo });
  expect(event?.personal).not.toContain("Grace");
  const cipher = await the.vault.byRef(asCustomerRef(event?.customer_ref ?? ""));
  expect(cipher?.open(event?.personal ?? "")).toEqual({ note: "Call 4711 of Grace Okafor" });
});

test("A-01: it opens nothing any more after half an hour, and each time it is said is on record", async () => {
  const look = aLook();
  await looks().begin(look);
  await looks().begin({ ...look, reason: "fraud-check" });
  expect(await looks().of(jo, look.consentId)).toMatchObject({ reason: "fraud-check" });
  expect((await events(look.consentId)).map(({ detail }) => detail)).toEqual([
    { reason: "customer-asked" },
    { reason: "fraud-check" },
  ]);
  await the.database.db.execute(sql`update assent.staff_look
    set said_at = said_at - interval '30 minutes', ends_at = ends_at - interval '30 minutes'
    where consent_id = ${look.consentId}`);
  expect(await looks().of(jo, look.consentId)).toBeUndefined();
  const alive = aLook();
  await looks().begin(alive);
  expect(await looks().forgetEnded(10)).toBe(1);
  expect(await looks().of(jo, alive.consentId)).toBeDefined();
});

test("what nobody was asked about yet has no customer under whose key a note could be kept: it is not kept", async () => {
  const { customer: _none, ...look } = aLook({ note: "somebody" });
  await looks().begin(look);
  expect(await events(look.consentId)).toMatchObject([{ personal: null, customer_ref: null }]);
});
