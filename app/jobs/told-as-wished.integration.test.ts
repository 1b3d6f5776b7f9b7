import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCustomerNotices } from "#db/queries/customer-notices";
import { createReminders } from "#db/queries/reminders";
import type { NoticePreferences } from "~/domain/notifications/notice-preferences";
import { BANK_TIME_ZONE } from "~/domain/shared/bank-day";
import { asCustomerId } from "~/domain/shared/ids";
import { drained, type OutboxWorld, outboxWorld } from "./outbox.harness";
import { remindOfEnds } from "./remind-of-ends";

const ADA = asCustomerId("cus-ada");

let world: OutboxWorld;
beforeAll(async () => {
  world = await outboxWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.clear();
  await world.query(sql`truncate assent.consent_projection, assent.consent_reminder, assent.notice_preference cascade`);
});

const wish = (over: Partial<NoticePreferences>) =>
  createCustomerNotices(world.db).keepPreferences(ADA, { off: [], mutedApps: [], ...over });

/** Quiet from this hour on for three more, by the bank's clock. */
function quietNow() {
  const hours = new Intl.DateTimeFormat("en-GB", { hour: "numeric", hourCycle: "h23", timeZone: BANK_TIME_ZONE });
  const hour = Number(hours.format(new Date()));
  return { from: hour, until: (hour + 3) % 24 };
}

const consent = (id: string) =>
  world.query(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, expires_at)
    values (${id}, 'tpp-beacon', 'Budget Beacon', 'account-access', ${ADA}, 'authorised', 'as-found', 1, '{}',
      now() - interval '85 days', now(), now() + interval '5 days')`);

const event = (id: string, version: number, move: string, to: string) =>
  world.query(sql`
    insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status, to_status,
      actor_type, reason, correlation_id, occurred_at)
    values (gen_random_uuid(), ${id}, ${version}, 'tpp-beacon', 'account-access', ${ADA}, ${move}, 'authorised', ${to},
      'customer', 'x', 'x', now())`);

const addressed = () => drained(world.addressing({ analytics: false }));
const remind = () => drained(remindOfEnds({ reminders: createReminders(world.db) }));
const whats = async (statement: ReturnType<typeof sql>) =>
  (await world.query(statement)).map(({ content }) => (content as { what: string }).what);
const inApp = () => whats(sql`select content from assent.customer_notice order by id`);
const mails = () =>
  whats(sql`select body::jsonb as content from assent.outbox_delivery where channel = 'e-mail' order by id`);
const due = async () => (await world.outbox.claim("e-mail", 10)).map(({ body }) => JSON.parse(body).what);

test("D-12: a reminder is there in the app and goes by mail, with the end that it is of", async () => {
  await consent("c-1");
  await remind();
  await remind();
  await addressed();
  expect([await inApp(), await mails()]).toEqual([["ends-soon"], ["ends-soon"]]);
  const [row] = await world.query(sql`
    select (content ->> 'endsAt')::timestamptz = date_trunc('milliseconds', expires_at) as same, content ->> 'app' as app
    from assent.customer_notice, assent.consent_projection`);
  expect(row).toEqual({ same: true, app: "Budget Beacon" });
});

test("D-12: an app that is muted is not reminded of", async () => {
  await consent("c-1");
  await wish({ mutedApps: ["tpp-beacon" as never] });
  await remind();
  await addressed();
  expect([await inApp(), await mails()]).toEqual([[], []]);
});

test("D-26: what waits for the end of quiet hours holds nothing back that must not wait, and is no lag", async () => {
  await wish({ quiet: quietNow() });
  await event("c-1", 1, "withdraw", "revoked");
  await addressed();
  expect(await inApp()).toEqual(["withdrawn"]);
  expect(await due()).toEqual([]);
  expect(await world.outbox.lagSeconds("e-mail")).toBe(0);
  await event("c-1", 2, "stop", "revoked");
  await addressed();
  expect(await due()).toEqual(["stopped"]);
  await world.query(sql`
    update assent.outbox_delivery set queued_at = now() - interval '1 s', next_attempt_at = now() - interval '1 s'
    where state = 'queued' and sending_until is null`);
  expect(await due()).toEqual(["withdrawn"]);
});

test("D-26: what is switched off is neither kept nor sent; a new connection is both all the same", async () => {
  await wish({ off: ["endings:e-mail", "endings:in-app"] });
  await event("c-1", 1, "withdraw", "revoked");
  await event("c-2", 1, "authorise", "authorised");
  await addressed();
  expect([await inApp(), await mails()]).toEqual([["authorised"], ["authorised"]]);
});

test("P-28: one request is told to everybody who is asked to sign it, and to each once", async () => {
  await event("c-1", 1, "authorise-partly", "partially-authorised");
  const tell = (customer: string) =>
    world.query(sql`
      insert into assent.customer_notice (id, customer_id, event_id, at, content)
      select gen_random_uuid(), ${customer}, id, now(), '{"what": "signature-asked"}' from assent.outbox_event`);
  await tell("cus-ben");
  await tell("cus-cy");
  await expect(tell("cus-ben")).rejects.toThrow();
  expect(await inApp()).toHaveLength(2);
});
