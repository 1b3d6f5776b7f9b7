import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { asAccountId, asClientId, asConsentId, asCustomerId, asCustomerSessionId } from "~/domain/shared/ids";
import { DeskUnavailable, type Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { eraseCustomer, liveConsentsOf } from "./erase-customer";
import { everythingIn, seal, vaultOf } from "./erase-customer.harness";
import { createAccessBook } from "./queries/access-book";
import { createConsentDesk } from "./queries/consent-desk";
import { createSecondDeviceDesk } from "./queries/second-device-desk";
import { createSigningDesk } from "./queries/signing-desk";
import { createTestDatabase, type TestDatabase } from "./testing";
import { createRecord, type TestRecord } from "./verification/record.harness";

const CUSTOMER = asCustomerId("cus-erase-4711");
const ACCOUNT = "acc-erase-0815";
const AMOUNT = "48153.07";
const allow: Decision = {
  outcome: "allowed",
  accountIds: [asAccountId(ACCOUNT)],
  scopes: ["openid", "accounts"],
  amount: { decimal: AMOUNT, currency: "GBP" },
};
describe("a customer who is to be forgotten", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
  });
  afterAll(async () => {
    await record.close();
    await server.drop();
  });

  const newVault = () => vaultOf(record);
  const deskWith = (vault = newVault()) => createConsentDesk(record.database.db, { tenant: "test", seal, vault });
  const erase = (customer: string) => eraseCustomer({ databaseUrl: server.url, customer, tenant: "test" });

  async function decided(visit: Visit): Promise<void> {
    const desk = deskWith();
    await desk.openVisit(visit);
    const intended = await desk.intend(visit, allow, "page");
    await desk.settle(visit, intended, { to: new URL("https://as.example/next") });
  }

  const everything = () => everythingIn(record);

  /** What other parts of the app write of a customer, beyond a decision. */
  async function toldAndFoundOf(consentId: string): Promise<void> {
    const [event] = await record.attacker<{ id: string }[]>`
      select id from assent.outbox_event where consent_id = ${consentId}`;
    const id = event?.id ?? "";
    const content = record.attacker.json({ account: ACCOUNT });
    await record.attacker`insert into assent.customer_notice (id, customer_id, event_id, at, content)
      values (gen_random_uuid(), ${CUSTOMER}, ${id}, now(), ${content})`;
    await record.attacker`insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body)
      values (gen_random_uuid(), ${id}, 'e-mail', ${CUSTOMER}, ${consentId}, 2, ${ACCOUNT})`;
    const said = record.attacker.json({ record: { id: consentId, customer: CUSTOMER, accountIds: [ACCOUNT] } });
    await record.attacker`insert into assent.drift_finding (id, consent_id, found_at, ours, theirs, lawful)
      values (gen_random_uuid(), ${consentId}, now(), ${said}, ${said}, true)`;
    const read = {
      id: uuidv7(),
      at: new Date(),
      consentId: asConsentId(consentId),
      clientId: asClientId("tpp-beacon"),
    };
    const accounts = [{ account: asAccountId(ACCOUNT), records: 1 }];
    await createAccessBook(record.database.db).take({
      issuer: "https://gateway.bank.example",
      toldUntil: new Date(),
      events: [{ ...read, resource: "balances", present: false, accounts }],
    });
  }

  test("no table holds their number or their accounts, others lose nothing, and the record is whole", async () => {
    const visit = aVisit({ customer: CUSTOMER });
    await decided(visit);
    await toldAndFoundOf(visit.consentId);
    const other = aVisit({ customer: asCustomerId("cus-other") });
    await decided(other);
    expect(await liveConsentsOf(server.url, CUSTOMER)).toBe(1);
    await record.seal();
    expect(await everything()).toContain(CUSTOMER);
    for (const theirs of [ACCOUNT, AMOUNT]) expect(await everything()).toContain(theirs);
    const eventsBefore = await record.attacker`select count(*)::int from assent.audit_event`;

    expect(await erase(CUSTOMER)).toBe(true);

    const after = (await everything()).split("\n");
    expect(after.filter((row) => row.includes(CUSTOMER))).toEqual([]);
    const ofOthers = (row: string) => row.includes(other.consentId) || row.includes(other.id);
    for (const theirs of [ACCOUNT, AMOUNT]) {
      expect(after.filter((row) => row.includes(theirs) && !ofOthers(row))).toEqual([]);
    }
    expect(after.filter((row) => row.startsWith("assent.access_") && row.includes(visit.consentId))).toEqual([]);
    expect(after.filter((row) => row.includes("cus-other")).length).toBeGreaterThan(2);
    expect((await record.attacker`select count(*)::int from assent.audit_event`)[0]?.["count"]).toBe(
      eventsBefore[0]?.["count"] + 1,
    );
    await record.seal();
    expect((await record.verify()).findings).toEqual([]);
    expect(await erase(CUSTOMER)).toBe(false);
    expect(await liveConsentsOf(server.url, CUSTOMER)).toBe(0);
  });

  test("the erasure is written down under the pseudonym, with who asked for it", async () => {
    const customer = asCustomerId("cus-erase-2");
    await decided(aVisit({ customer }));
    const { ref } = await newVault().of(customer);
    await eraseCustomer({ databaseUrl: server.url, customer, tenant: "test", staff: "privacy-desk" });
    const [event] = await record.attacker`
      select actor_type, actor_ref, detail from assent.audit_event where type = 'customer-erased' and customer_ref = ${ref}`;
    expect(event).toEqual({ actor_type: "staff", actor_ref: "privacy-desk", detail: {} });
  });

  test("what was personal in their evidence can be opened before, and by nobody after", async () => {
    const customer = asCustomerId("cus-erase-3");
    const visit = aVisit({ customer });
    await decided(visit);
    const vault = newVault();
    const { ref } = await vault.of(customer);
    const [event] = await record.attacker<{ personal: string }[]>`
      select personal from assent.audit_event where customer_ref = ${ref} and personal is not null`;
    expect((await vault.byRef(ref))?.open(event?.personal ?? "")).toEqual({ accountIds: [ACCOUNT] });
    await erase(customer);
    expect(await vault.byRef(ref)).toBeUndefined();
    const cipher = await newVault().of(customer);
    expect(cipher.ref).not.toBe(ref);
    expect(() => cipher.open(event?.personal ?? "")).toThrow();
  });

  test("a process that still remembers the key writes nothing under it", async () => {
    const customer = asCustomerId("cus-erase-5");
    const remembering = newVault();
    const visit = aVisit({ customer });
    await deskWith(remembering).openVisit(visit);
    await erase(customer);
    const next = aVisit({ customer });
    const refused = deskWith(remembering).openVisit(next);
    await expect(refused).rejects.toThrow(DeskUnavailable);
    await expect(refused).rejects.toThrow(/audit_event_customer_key/);
    expect(await everything()).not.toContain(customer);
    expect(await deskWith().openVisit(next)).toBe(true);
  });

  test("who looks at their answer in a tab that is still open does not enter again", async () => {
    const customer = asCustomerId("cus-erase-6");
    const visit = aVisit({ customer });
    await decided(visit);
    await erase(customer);
    expect((await deskWith().standing(visit)).recorded).toMatchObject({ state: "settled" });
    expect(await everything()).not.toContain(customer);
  });

  test("fifty visits against one erasure: each is before it and forgotten, or did not happen", async () => {
    const customer = asCustomerId("cus-erase-6");
    const remembering = newVault();
    await deskWith(remembering).openVisit(aVisit({ customer }));
    const visits = Array.from({ length: 50 }, () => deskWith(remembering).openVisit(aVisit({ customer })));
    const [erased, ...opened] = await Promise.allSettled([erase(customer), ...visits]);
    expect(erased).toMatchObject({ status: "fulfilled", value: true });
    expect(opened.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await everything()).not.toContain(customer);
  });

  test("a consent that they opened and somebody else answered stays that customer's", async () => {
    const opener = asCustomerId("cus-erase-8");
    const visit = aVisit({ customer: opener });
    await deskWith().openVisit(visit);
    const answerer = asCustomerId("cus-erase-9");
    await decided(aVisit({ customer: answerer, consentId: visit.consentId }));
    expect(await erase(opener)).toBe(true);
    const [consent] = await record.attacker`
      select customer_id, account_ids from assent.consent_projection where consent_id = ${visit.consentId}`;
    expect(consent).toEqual({ customer_id: answerer, account_ids: [ACCOUNT] });
    expect(await everything()).not.toContain(opener);
  });

  test("a page that was open before the erasure is answered by nobody, also with a new key", async () => {
    const customer = asCustomerId("cus-erase-10");
    const visit = aVisit({ customer });
    await deskWith().openVisit(visit);
    await erase(customer);
    await expect(deskWith().intend(visit, allow, "page")).rejects.toThrow(DeskUnavailable);
    const decisions = await record.attacker`select from assent.consent_decision where visit_id = ${visit.id}`;
    expect(decisions).toHaveLength(0);
  });

  test("P-24: a visit that they offered to their other device lies there no more, and lets nobody in", async () => {
    const customer = asCustomerId("cus-erase-offered");
    const by = { customer, session: asCustomerSessionId("phone") };
    const devices = createSecondDeviceDesk(record.database.db, { tenant: "test", seal, vault: newVault() });
    const [offered, joined] = [aVisit({ customer }), aVisit({ customer })];
    for (const visit of [offered, joined]) {
      await deskWith().openVisit(visit);
      await devices.offer(visit, { codeMac: `mac-${visit.id}`, number: "42" });
    }
    await devices.join(`mac-${joined.id}`, by);
    const held = async () =>
      record.attacker`select state, sealed_visit from assent.second_device
        where visit_id = any(${[offered.id, joined.id]}) order by state`;
    expect((await held()).map(({ sealed_visit }) => String(sealed_visit).length > 9)).toEqual([true, true]);
    expect(await erase(customer)).toBe(true);
    expect(await held()).toEqual([0, 1].map(() => ({ state: "ended", sealed_visit: null })));
    expect(await devices.match(joined.id, by, "42")).toEqual({ is: "over" });
  });

  test("P-28: not while others are waited for, whose yes the authorization server has already; although, it ends at once", async () => {
    const customer = asCustomerId("cus-erase-first");
    const visit = aVisit({ customer, kind: "domestic-payment" });
    const desk = deskWith();
    await desk.openVisit(visit);
    const awaits = { required: 2, asked: [asCustomerId("cus-second")], accountIds: [asAccountId(ACCOUNT)] };
    await desk.settle(visit, await desk.intend(visit, { ...allow, awaits }, "page"), {
      to: new URL("https://as.example"),
    });
    expect(await liveConsentsOf(server.url, customer)).toBe(1);
    const signings = createSigningDesk(record.database.db, { tenant: "test", vault: newVault() });
    const waiting = async () => (await signings.of(asCustomerId("cus-second"))).length;
    expect(await waiting()).toBe(1);
    expect(await erase(customer)).toBe(true);
    expect(await waiting()).toBe(0);
    const [kept] = await record.attacker`
      select decision::text as said from assent.consent_decision where visit_id = ${visit.id}`;
    expect(kept?.["said"]).not.toContain(ACCOUNT);
    expect(await signings.endOverdue(10)).toBe(1);
    expect((await signings.claimUnended(10)).map(({ consentId }) => consentId)).toEqual([visit.consentId]);
  });

  test("not while something of theirs is unfinished", async () => {
    const customer = asCustomerId("cus-erase-7");
    const visit = aVisit({ customer });
    const desk = deskWith();
    await desk.openVisit(visit);
    const intended = await desk.intend(visit, allow, "page");
    await expect(erase(customer)).rejects.toMatchObject({ cause: { code: "55006" } });
    await desk.close(visit, intended, "not-allowed");
    const said = record.attacker.json({ record: { id: "another-consent", customer } });
    await record.attacker`
      insert into assent.authority_event_inbox (id, consent_id, event) values ('event-1', 'another-consent', ${said})`;
    await expect(erase(customer)).rejects.toMatchObject({ cause: { code: "55006" } });
    await record.attacker`delete from assent.authority_event_inbox`;
    expect(await erase(customer)).toBe(true);
  });

  test("the app's own rights are not enough", async () => {
    const asApp = record.database.db.execute(sql`select assent.erase_customer('x', gen_random_uuid(), 'test', null)`);
    await expect(asApp).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
