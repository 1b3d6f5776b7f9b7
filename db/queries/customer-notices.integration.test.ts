import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { NoticePreferences } from "~/domain/notifications/notice-preferences";
import { asClientId, asCustomerId, type CustomerId } from "~/domain/shared/ids";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createCustomerNotices } from "./customer-notices";
import { createCustomerSessions } from "./customer-sessions";

const [ADA, BEN] = [asCustomerId("cus-ada"), asCustomerId("cus-ben")];

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());
beforeEach(() =>
  world.owner.execute(sql`truncate assent.outbox_event, assent.consent_projection, assent.notice_preference cascade`),
);

const notices = () => createCustomerNotices(world.db);

/** How many are new, as whoever is signed in is told on every page. */
async function signedIn(customer: CustomerId) {
  const [sessions, token] = [createCustomerSessions(world.db), uuidv7()];
  await sessions.begin(token, { customer, device: {} });
  return async () => (await sessions.use(token))?.unread;
}

let count = 0;
/** A consent that is Ada's, and what somebody was told of it. */
async function told(
  customer = ADA,
  over: { readonly client?: string; readonly endsIn?: string; readonly status?: string } = {},
) {
  const { client = "tpp-beacon", endsIn = null, status = "authorised" } = over;
  const [id, consentId] = [uuidv7(), `aac-${++count}`];
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, expires_at)
    values (${consentId}, ${client}, ${`Name of ${client}`}, 'account-access', ${ADA}, ${status}, 'as-found', 1, '{}', now(),
      now(), now() + ${endsIn}::interval)`);
  await world.owner.execute(sql`
    insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
      correlation_id, occurred_at)
    values (${id}, ${consentId}, 1, ${client}, 'account-access', 'authorise', 'authorised', 'customer', 'x', 'x', now())`);
  await world.owner.execute(sql`
    insert into assent.customer_notice (id, customer_id, event_id, at, content)
    values (${id}, ${customer}, ${id}, now(), '{"what": "authorised"}')`);
  return { id, consentId };
}

test("D-26: newest first, page by page, and each customer's own alone", async () => {
  const all = [await told(), await told(), await told()].map(({ id }) => id).reverse();
  await told(BEN);
  const first = await notices().of(ADA, { size: 2 });
  expect(first.map(({ id }) => id)).toEqual(all.slice(0, 2));
  const rest = await notices().of(ADA, { size: 2, after: first[1]?.id ?? "" });
  expect(rest.map(({ id }) => id)).toEqual(all.slice(2));
});

test("S1: a page after somebody else's notice, or after what is no name of one, is empty", async () => {
  await told();
  const { id } = await told(BEN);
  for (const after of [id, uuidv7(), "'; drop table", "", "x"]) {
    expect(await notices().of(ADA, { size: 5, after }), after).toEqual([]);
  }
});

test("it leads to a consent that is the customer's own, and to nobody else's", async () => {
  const { consentId } = await told();
  await told(BEN);
  expect((await notices().of(ADA, { size: 5 })).map(({ consent }) => consent)).toEqual([consentId]);
  expect((await notices().of(BEN, { size: 5 })).map(({ consent }) => consent)).toEqual([undefined]);
});

test("what is marked as read is what was on the page and older, and each customer's own", async () => {
  const [, seen, newer] = [await told(), await told(), await told()];
  await told(BEN);
  const unread = await signedIn(ADA);
  expect(await unread()).toBe(3);
  await notices().markRead(BEN, newer.id);
  expect(await unread()).toBe(3);
  await notices().markRead(ADA, seen.id);
  expect(await unread()).toBe(1);
  await notices().markRead(ADA, "none");
  expect(await unread()).toBe(1);
});

describe("D-26: preferences", () => {
  const chosen: NoticePreferences = {
    off: ["endings:e-mail"],
    quiet: { from: 0, until: 23 },
    mutedApps: [asClientId("tpp-beacon")],
  };

  test("are kept as they were chosen, and changed, each customer's own", async () => {
    expect(await notices().preferencesOf(ADA)).toEqual({ off: [], mutedApps: [] });
    await notices().keepPreferences(ADA, chosen);
    expect(await notices().preferencesOf(ADA)).toEqual(chosen);
    expect(await notices().preferencesOf(BEN)).toEqual({ off: [], mutedApps: [] });
    await notices().keepPreferences(ADA, { off: [], mutedApps: [] });
    expect(await notices().preferencesOf(ADA)).toEqual({ off: [], mutedApps: [] });
  });

  test("are asked for apps whose access ends, and for those that are muted", async () => {
    await told(ADA, { client: "tpp-ends", endsIn: "5 days" });
    await told(ADA, { client: "tpp-open" });
    await told(ADA, { client: "tpp-over", endsIn: "-1 day" });
    await told(ADA, { client: "tpp-beacon", status: "revoked" });
    const names = async () => (await notices().appsThatEnd(ADA)).map(({ clientId }) => clientId);
    expect(await names()).toEqual(["tpp-ends"]);
    await notices().keepPreferences(ADA, chosen);
    expect(await names()).toEqual(["tpp-beacon", "tpp-ends"]);
    expect(await notices().appsThatEnd(BEN)).toEqual([]);
  });
});

test("who is erased has no wishes, no notices and is signed in nowhere", async () => {
  await told();
  await notices().keepPreferences(ADA, { off: ["endings:e-mail"], mutedApps: [] });
  await world.owner.execute(sql`
    insert into assent.customer_session (token_hash, customer_id, began_at, idle_until, ends_at)
    values ('t', ${ADA}, now(), now(), now())`);
  await world.owner.execute(sql`select assent.erase_customer(${ADA}, gen_random_uuid(), 'test', null)`);
  const [left] = await world.owner.execute(sql`
    select (select count(*)::int from assent.customer_notice) as notices,
      (select count(*)::int from assent.notice_preference) as preferences,
      (select count(*)::int from assent.customer_session) as sessions`);
  expect(left).toEqual({ notices: 0, preferences: 0, sessions: 0 });
});
