import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import type { GroupView, RowView, ShelfView } from "~/ui/shelf-view";
import { CUSTOMERS } from "../../../sandbox/personas";
import { type CustomerWorld, startCustomerWorld } from "./customer-world.integration.harness";
import { loader as home } from "./route";

/** The lists as their route answers them: five hundred connections of one customer, others' beside them. */

let world: CustomerWorld;
let browser: Awaited<ReturnType<CustomerWorld["signedIn"]>>;
beforeAll(async () => {
  world = await startCustomerWorld();
  const { db, close } = openDatabase(world.databaseUrl, 1, 0, "login");
  await db.execute(sql`set session_replication_role = replica`);
  await db.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at)
    select 'aac-' || nth, 'tpp-' || nth % 60, 'App number ' || nth % 60, 'account-access',
      case when nth <= 500 then ${CUSTOMERS.arun.id} else ${CUSTOMERS.grace.id} end, 'authorised', 'customer-approved', 2,
      array['acc-' || nth % 7], now() - interval '1 year', now() - nth * interval '1 minute'
    from generate_series(1, 700) as nth`);
  await close();
  await world.forgive();
  browser = await world.signedIn(CUSTOMERS.arun);
}, 60_000);
afterAll(() => world?.stop());

const open = async (query = "") => {
  const { status, view } = await browser.ask(`/dashboard${query}`, home);
  expect(status).toBe(200);
  return view as unknown as ShelfView;
};
const namesOf = (groups: readonly GroupView[]) => groups.map(({ title }) => withoutIsolates(title));
const idsOf = (rows: readonly RowView[] = []) => rows.map(({ id }) => id);

describe("D-01, D-19: five hundred connections", () => {
  test("stand app by app, some of each, with the way to all of them", async () => {
    const view = await open();
    const groups = view.groups?.items ?? [];
    expect(view.tabs.items[0]).toMatchObject({ isHere: true, count: "500" });
    expect(groups).toHaveLength(10);
    expect(groups.map(({ rows }) => rows.length)).toEqual(Array(10).fill(5));
    const [first] = groups;
    const all = await open(first?.more?.href.replace("/dashboard", ""));
    expect(idsOf(all.rows?.items)).toHaveLength(9);
    expect(idsOf(all.rows?.items).slice(0, 5)).toEqual(idsOf(first?.rows));
  });

  test("have pages that lead through every app once, and back", async () => {
    const seen: string[] = [];
    let view = await open();
    for (;;) {
      seen.push(...namesOf(view.groups?.items ?? []));
      const older = view.pages?.older?.href;
      if (!older) break;
      view = await open(older.replace("/dashboard", ""));
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    const back = await open(view.pages?.newer?.href.replace("/dashboard", ""));
    expect(namesOf(back.groups?.items ?? [])).toEqual(seen.slice(40, 50));
  });

  test("can be looked through", async () => {
    const view = await open("?find=NUMBER+42");
    expect(namesOf(view.groups?.items ?? [])).toEqual(["App number 42"]);
    expect(view.find).toMatchObject({ text: { value: "NUMBER 42" }, all: { href: "/dashboard" } });
    expect((await open("?find=number%2599")).nothing?.all).toMatchObject({ href: "/dashboard" });
  });
});

test("C-07: nobody sees another's, however they ask", async () => {
  const ids = new Set<string>();
  for (const query of ["", "?app=tpp-1", "?find=App", "?by=account&account=acc-1", "?after=99999999999999999.zzz"]) {
    const { groups, rows } = await open(query);
    for (const id of [...(groups?.items ?? []).flatMap(({ rows: each }) => idsOf(each)), ...idsOf(rows?.items)])
      ids.add(id);
  }
  expect(ids.size).toBeGreaterThan(50);
  expect([...ids].filter((id) => Number(id.replace(/^.*aac-/, "")) > 500)).toEqual([]);
});

test("D-02: a link straight to one consent leads there after signing in", async () => {
  const path = "/dashboard/consents/aac-1?from=mail";
  expect(await world.browser().signIn(CUSTOMERS.arun, path)).toMatchObject({ status: 303, location: path });
});

test("D-19: rubbish in the address is no fault", async () => {
  const usual = await open();
  for (const query of ["?show=%00", "?after=%00.%00", "?after=%FF", "?by=x&kind=y&status=z", "?before=x"])
    expect(idsOf((await open(query)).groups?.items[0]?.rows)).toEqual(idsOf(usual.groups?.items[0]?.rows));
});

test("while the bank is away accounts are counted, and the page says so", async () => {
  const view = await open();
  expect(view.away).toBe("We can’t show the names of your accounts right now.");
  expect(view.groups?.items[0]?.rows[0]?.accounts).toEqual([{ name: "1 account" }]);
  expect((await open("?by=account")).groups?.items).toHaveLength(10);
});
