import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { aNewConsent } from "../consents/consent.builder.ts";
import { type Consents, createConsents } from "../consents/consents.ts";
import { SCHEMA } from "../schema.ts";

/** The table as it was before changes were numbered. */
const OLD_CONSENT = /* sql */ `
  create table consent (
    id text primary key,
    client_id text not null,
    type text not null check (type in ('account_access', 'domestic_payment')),
    api_version text not null check (api_version in ('v3.1', 'v4.0')),
    status text not null check (status in
      ('awaiting_authorisation', 'authorised', 'rejected', 'consumed', 'revoked', 'deleted')),
    request json not null,
    created_at timestamptz not null default now(),
    status_updated_at timestamptz not null default now(),
    expires_at timestamptz,
    subject text,
    account_ids text[] not null default '{}',
    interaction_id text not null
  );
  insert into consent (id, client_id, type, api_version, status, request, subject, account_ids, interaction_id)
  values ('aac-old', 'tpp-beacon', 'account_access', 'v3.1', 'authorised', '{"Data": {}, "Risk": {}}', 'cus-1',
    '{acc-1}', 'i-1');`;

let database: TestDatabase;
let sql: Database;
let consents: Consents;

const open = () => openSchema(database.url, "authorization_server", SCHEMA);

beforeAll(async () => {
  database = await createTestDatabase();
  const old = await openSchema(database.url, "authorization_server", OLD_CONSENT);
  await old.end();
  sql = await open();
  consents = createConsents(sql);
});

afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

const eventsOf = (id: string) => sql`
  select revision, cause, changed_by as "changedBy", status, subject, account_ids as "accountIds",
    interaction_id as "interactionId"
  from consent_event where consent_id = ${id} order by revision`;

async function created(interactionId: string = randomUUID()): Promise<string> {
  const made = await consents.create(aNewConsent({ interactionId }));
  if (made.outcome !== "created") throw new Error(made.outcome);
  return made.consent.id;
}
const authorise = (id: string) =>
  sql.begin((transaction) => consents.authorise(transaction, id, { subject: "cus-1", accountIds: ["acc-1"] }));

describe("a database of an older version", () => {
  test("keeps its consents, which begin at revision 1 and may now be paused", async () => {
    const old = await consents.get("aac-old");
    expect(old).toMatchObject({ status: "authorised", revision: 1, accountIds: ["acc-1"] });
    expect(old).not.toHaveProperty("changedBy");
    expect(await eventsOf("aac-old")).toEqual([]);
    await consents.suspend("aac-old", { by: "bank" });
    expect(await eventsOf("aac-old")).toMatchObject([{ revision: 2, cause: "suspended", changedBy: "bank" }]);
  });

  test("is brought up to date again without change, also while another start holds the table", async () => {
    const id = await created();
    await authorise(id);
    const before = await sql`select * from consent where id = ${id}`;
    await sql.begin(async (transaction) => {
      await transaction`select 1 from consent where id = ${id} for update`;
      await (await open()).end();
    });
    expect(await sql`select * from consent where id = ${id}`).toEqual(before);
    await consents.revoke(id, { by: "bank" });
    expect(await eventsOf(id)).toHaveLength(3);
  });
});

test("events of before their reasons were told are told without", async () => {
  const id = await created();
  await sql`alter table consent_event drop column reason`;
  await (await open()).end();
  await sql.begin((transaction) => consents.reject(transaction, id, { by: "system", reason: "timed_out" }));
  const told = sql`select reason from consent_event where consent_id = ${id} order by revision`;
  expect(await told).toEqual([{ reason: null }, { reason: "timed_out" }]);
});

describe("every change leaves one event", () => {
  test("with its number, its cause, whose it was and in which call", async () => {
    const [asked, stopped] = [randomUUID(), randomUUID()];
    const id = await created(asked);
    await authorise(id);
    await consents.suspend(id, { by: "bank" });
    await consents.suspend(id, { by: "bank" });
    await consents.resume(id, { by: "bank" });
    await consents.revoke(id, { by: "customer", reason: "customer_stopped", interactionId: stopped });
    await consents.revoke(id, { by: "bank" });
    await consents.delete(id);
    const nobody = { subject: null, accountIds: [], interactionId: null };
    const somebody = { subject: "cus-1", accountIds: ["acc-1"], interactionId: null };
    expect(await eventsOf(id)).toEqual([
      {
        ...nobody,
        revision: 1,
        cause: "created",
        changedBy: "tpp",
        status: "awaiting_authorisation",
        interactionId: asked,
      },
      { ...somebody, revision: 2, cause: "authorised", changedBy: "customer", status: "authorised" },
      { ...somebody, revision: 3, cause: "suspended", changedBy: "bank", status: "suspended" },
      { ...somebody, revision: 4, cause: "resumed", changedBy: "bank", status: "authorised" },
      { ...somebody, revision: 5, cause: "revoked", changedBy: "customer", status: "revoked", interactionId: stopped },
      { ...somebody, revision: 6, cause: "deleted", changedBy: "tpp", status: "deleted" },
    ]);
    const [{ reason } = {}] = await sql`select change_reason as reason from consent where id = ${id}`;
    expect(reason).toBeNull();
  });

  test("the reason is kept with the consent, and told", async () => {
    const id = await created();
    await authorise(id);
    await consents.revoke(id, { by: "customer", reason: "lost_trust" });
    expect(await sql`select change_reason as reason, changed_by as by from consent where id = ${id}`).toEqual([
      { reason: "lost_trust", by: "customer" },
    ]);
    const told = sql`select reason from consent_event where consent_id = ${id} order by revision`;
    expect(await told).toEqual([{ reason: null }, { reason: null }, { reason: "lost_trust" }]);
  });

  test("a payment that is used is nobody's decision (T15)", async () => {
    const made = await consents.create(aNewConsent({ type: "domestic_payment" }));
    if (made.outcome !== "created") throw new Error(made.outcome);
    await authorise(made.consent.id);
    await consents.consume(made.consent.id);
    expect((await eventsOf(made.consent.id)).at(-1)).toMatchObject({ cause: "consumed", changedBy: "system" });
  });

  test("what is undone leaves none", async () => {
    const id = await created();
    const failed = sql.begin(async (transaction) => {
      await consents.authorise(transaction, id, { subject: "cus-1", accountIds: ["acc-1"] });
      throw new Error("and then something failed");
    });
    await expect(failed).rejects.toThrow("something failed");
    expect(await eventsOf(id)).toHaveLength(1);
    expect(await consents.get(id)).toMatchObject({ revision: 1, cause: "created" });
  });

  test("also a change that somebody makes by hand", async () => {
    const id = await created();
    await sql`update consent set status = 'rejected' where id = ${id}`;
    expect((await eventsOf(id)).at(-1)).toMatchObject({ revision: 2, cause: "rejected" });
    await sql`update consent set expires_at = now() where id = ${id}`;
    expect(await eventsOf(id)).toHaveLength(2);
  });
});
