import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditAsked, AuditPlace } from "~/domain/audit/audit-asked";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { AuditFound } from "~/ports/audit-search";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "../verification/record.harness";
import { createAuditSearch } from "./audit-search";

/** what staff look for in the record, a page at a time, whatever it holds besides. */

let server: TestDatabase;
let record: TestRecord;
const TENANT = "test";

beforeAll(async () => {
  server = await createTestDatabase();
  record = await createRecord(server.url);
  await record.write(30);
  await record.seal();
  await record.write(5, "other");
  await record.attacker.unsafe(`
    insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, actor_type, actor_ref, correlation_id, detail)
    select gen_random_uuid(), 'test', now() - number * interval '1 minute', 'consent-moved', 'busy', 'client-2', 'staff', 'stf-1', 'c', '{}'
    from generate_series(1, 120) as number`);
}, 60_000);
afterAll(async () => {
  await record.close();
  await server.drop();
});

const search = (size = 10, looks?: number) => createAuditSearch(record.database.db, TENANT, size, looks);

async function all(asked: AuditAsked, size: number, looks?: number) {
  const pages: AuditFound[] = [];
  let place: AuditPlace | undefined;
  do {
    const page = await search(size, looks).find(asked, place);
    pages.push(page);
    place = page.older;
  } while (place && pages.length < 100);
  return pages;
}

const idsOf = (pages: readonly AuditFound[]) => pages.flatMap(({ events }) => events.map(({ id }) => id));

describe("finding events", () => {
  test.each([
    ["everything", {}, 150],
    ["of a consent", { consent: asConsentId("busy") }, 120],
    ["of a member of staff", { who: "stf-1" }, 120],
    ["of a TPP", { client: asClientId("client-2") }, 120],
    ["of a type", { type: "decision-intended" as const }, 30],
    ["of a TPP and a type", { client: asClientId("client-1"), type: "decision-intended" as const }, 30],
    ["of a TPP and a type that never meet", { client: asClientId("client-2"), type: "decision-intended" as const }, 0],
    ["from a time on", { from: new Date(Date.now() - 60 * 60_000 - 30_000) }, 90],
    ["before a time", { until: new Date(Date.now() - 60 * 60_000 - 30_000) }, 60],
  ])("%s: each once, newest first, page by page", async (_, asked, count) => {
    const pages = await all(asked, 7);
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(count);
    const times = pages.flatMap(({ events }) => events.map(({ at }) => at.getTime()));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test("back from a page to the one before it is the same page", async () => {
    const [first, second] = await all({}, 7);
    const back = await search(7).find({}, second?.newer);
    expect(idsOf([back])).toEqual(idsOf(first ? [first] : []));
    expect(back.newer).toBeUndefined();
    expect(first?.newer).toBeUndefined();
  });

  test("a customer by pseudonym, as whoever acted and as whom it is about", async () => {
    const [key] = await record.attacker<{ customer_id: string; ref: string }[]>`
      select customer_id, ref from assent.customer_key limit 1`;
    const ref = await search().pseudonymOf(asCustomerId(key?.customer_id ?? ""));
    expect(ref).toBe(key?.ref);
    expect(idsOf(await all({ who: ref ?? "" }, 7))).toHaveLength(30);
    expect(await search().pseudonymOf(asCustomerId("nobody"))).toBeUndefined();
  });

  test("what others are held against is bounded, says how far back it went, and goes on from there", async () => {
    const asked = { client: asClientId("client-2"), type: "decision-intended" as const };
    const pages = await all(asked, 10, 50);
    expect(pages.map(({ lookedBackTo }) => lookedBackTo !== undefined)).toEqual([true, true, false]);
    expect(idsOf(pages)).toEqual([]);
    expect(idsOf(await all({ who: "stf-1", type: "consent-moved" }, 10, 35))).toHaveLength(120);
  });

  test("another tenant's are nobody's", async () => {
    expect(idsOf(await all({ consent: asConsentId("consent-1") }, 7))).toHaveLength(1);
  });
});

describe("one event", () => {
  test("with its link, its neighbours and what signed them", async () => {
    const [page] = await all({ type: "decision-intended" }, 30);
    const line = page?.events[3];
    const event = await search().event(line?.id ?? "");
    expect(event).toMatchObject({ id: line?.id, seq: "27", row: { id: line?.id, tenant: TENANT } });
    expect(event?.link).toMatchObject({ before: { seq: "26" }, after: { seq: "28" }, checkpoint: { seq: "30" } });
    expect(Buffer.from(event?.link?.eventHash ?? "", "base64url")).toHaveLength(32);
    const first = await search().event(page?.events.at(-1)?.id ?? "");
    expect(first?.link?.before).toBeUndefined();
    expect(first?.link?.after?.eventId).toBe(page?.events.at(-2)?.id);
  });

  test("that waits for its link has none, and one of another tenant or of nobody is not found", async () => {
    const [page] = await all({ consent: asConsentId("busy") }, 1);
    const waiting = await search().event(page?.events[0]?.id ?? "");
    expect(waiting?.link).toBeUndefined();
    expect(await createAuditSearch(record.database.db, "other").event(waiting?.id ?? "")).toBeUndefined();
    expect(await search().event("00000000-0000-4000-8000-000000000000")).toBeUndefined();
  });
});
