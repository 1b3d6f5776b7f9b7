import { decodeJwt, decodeProtectedHeader } from "jose";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type BankWorld, bankWorld } from "../testing/bank-world.ts";
import { issueToken } from "../testing/tokens.ts";

let database: TestDatabase;
let world: BankWorld;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await bankWorld(database.url, new Date("2026-02-10T12:00:00Z"));
  sql = postgres(database.url, { max: 1, onnotice: () => {}, connection: { search_path: "bank" } });
});
afterAll(async () => {
  await sql?.end();
  await world?.close();
  await database?.drop();
});
afterEach(() => {
  world.consentApp.verdicts.length = 0;
});

interface Reported {
  readonly id: string;
  readonly consent_id: string;
  readonly resource: string;
  readonly present: boolean;
  readonly accounts: readonly object[];
}

const reportsOf = (consent: string): readonly Reported[] =>
  world.consentApp.reports
    .flatMap((report) => decodeJwt<{ events: Reported[] }>(report).events)
    .filter(({ consent_id }) => consent_id === consent);

const get = (path: string, token: string, headers: Record<string, string> = {}) =>
  world.call(`/open-banking/v3.1${path}`, { token, headers });

const backlog = async () => {
  const health = await world.call("/healthz", { as: "nobody" });
  return ((await health.json()) as { reads: { waiting: number; refused: number } }).reads;
};

async function reported(consent: string, count: number): Promise<readonly Reported[]> {
  await vi.waitFor(() => expect(reportsOf(consent)).toHaveLength(count), 10_000);
  return reportsOf(consent);
}

describe("what an app was given is reported (D-05)", () => {
  test("by consent, sort of data and account, with how much, and whether the customer was there", async () => {
    const id = "aac-told";
    const token = issueToken(world, { id });
    const interaction = "0f8fad5b-d9cb-469f-a165-70867728950e";
    await get("/aisp/accounts", token, { "x-fapi-interaction-id": interaction });
    await get("/aisp/accounts/acc-arun-main/balances", token, { "x-fapi-customer-ip-address": "192.0.2.7" });
    const body = (await (await get("/aisp/transactions", token)).json()) as {
      Data: { Transaction: { AccountId: string }[] };
    };
    const records = (account: string) => body.Data.Transaction.filter(({ AccountId }) => AccountId === account).length;
    const both = (of: (account: string) => number) =>
      ["acc-arun-main", "acc-arun-card"].map((account) => ({ id: account, records: of(account) }));
    const events = (await reported(id, 3)).toSorted((a, b) => a.resource.localeCompare(b.resource));
    expect(events).toMatchObject([
      { resource: "accounts", present: false, client_id: "tpp-beacon", interaction_id: interaction },
      { resource: "balances", present: true, accounts: [{ id: "acc-arun-main", records: 2 }] },
      { resource: "transactions", present: false },
    ]);
    expect(new Set(events[0]?.accounts)).toEqual(new Set(both(() => 1)));
    expect(new Set(events[2]?.accounts)).toEqual(new Set(both(records)));
    expect(records("acc-arun-main")).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain("192.0.2.7");
  });

  test("signed as the bank, for the consent app, and it says up to when all was told", async () => {
    const { reports } = world.consentApp;
    await vi.waitFor(() => expect(reports.length).toBeGreaterThan(0), 10_000);
    const [report = ""] = reports;
    expect(decodeProtectedHeader(report)).toEqual({ alg: "PS256", typ: "access-events+jws", kid: "bank-1" });
    expect(decodeJwt(report)).toMatchObject({
      iss: world.topology.bankGateway,
      aud: "urn:assent:api",
      told_until: "2026-02-10T11:59:58.000Z",
    });
  });

  test("a report that is full says no more than one that is not: what is on its way has yet to be told", async () => {
    const id = "aac-full";
    const at = new Date("2026-02-10T12:00:00Z");
    const rows = Array.from({ length: 500 }, () => {
      const read = uuidv7({ msecs: at.getTime() });
      return { id: read, event: { id: read, at: at.toISOString(), consent_id: id, accounts: [] } };
    });
    await sql`insert into given_read ${sql(rows)}`;
    await reported(id, 500);
    const full = world.consentApp.reports.find(
      (report) => decodeJwt<{ events: object[] }>(report).events.length === 500,
    );
    expect(decodeJwt(full ?? "")).toMatchObject({ told_until: "2026-02-10T11:59:58.000Z" });
  });

  test("a refusal is no read", async () => {
    const id = "aac-refused";
    const statuses = [
      await get("/aisp/accounts/acc-grace-main", issueToken(world, { id })),
      await get("/aisp/balances", issueToken(world, { id, permissions: ["ReadAccountsBasic"] })),
      await get("/aisp/accounts", issueToken(world, { id, status: "revoked" })),
      await get("/aisp/transactions?cursor=made-up", issueToken(world, { id })),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 400]);
    await get("/aisp/accounts", issueToken(world, { id }));
    expect(await reported(id, 1)).toMatchObject([{ resource: "accounts" }]);
  });
});

describe("nothing is lost", () => {
  test("what cannot be written down is not answered", async () => {
    const token = issueToken(world, { id: "aac-unwritten" });
    await sql`alter table given_read rename to given_read_away`;
    try {
      const answer = await get("/aisp/balances", token);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("Amount");
    } finally {
      await sql`alter table given_read_away rename to given_read`;
    }
    expect((await get("/aisp/balances", token)).status).toBe(200);
  });

  test("a report whose answer was lost goes again, and each read keeps its id", async () => {
    const id = "aac-again";
    world.consentApp.verdicts.push("hangs up");
    await get("/aisp/accounts", issueToken(world, { id }));
    const [first, second] = await reported(id, 2);
    expect(second?.id).toBe(first?.id);
    await vi.waitFor(async () => expect(await backlog()).toMatchObject({ waiting: 0 }), 10_000);
  });

  test("a bank that stopped reports what waited when it is back", async () => {
    const id = "aac-restart";
    world.consentApp.verdicts.push(503, 503, 503, 503);
    await get("/aisp/accounts", issueToken(world, { id }));
    await world.restartBank();
    world.consentApp.verdicts.length = 0;
    expect(await reported(id, 1)).toHaveLength(1);
  });

  test("a report that is too large goes in halves", async () => {
    const id = "aac-halves";
    world.consentApp.verdicts.push(413);
    const token = issueToken(world, { id });
    await Promise.all([1, 2, 3].map(() => get("/aisp/accounts", token)));
    expect(await reported(id, 3)).toHaveLength(3);
  });

  test("what is refused for good is laid aside, and the next report goes", async () => {
    const id = "aac-parked";
    world.consentApp.verdicts.push({ refused: [{ index: 0, problem: "field-invalid", field: "at" }] });
    await get("/aisp/accounts", issueToken(world, { id }));
    await vi.waitFor(async () => expect(await backlog()).toMatchObject({ waiting: 0, refused: 1 }), 10_000);
    await get("/aisp/balances", issueToken(world, { id }));
    await vi.waitFor(() => expect(reportsOf(id).map(({ resource }) => resource)).toContain("balances"), 10_000);
    await vi.waitFor(async () => expect(await backlog()).toMatchObject({ waiting: 0, refused: 1 }), 10_000);
  });
});
