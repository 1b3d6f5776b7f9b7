import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { searchReadOf } from "~/domain/search/consent-filter";
import { gramsOf, searchable, wordsOf } from "~/domain/search/name-grams";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import { MOST, type RevocationWorld, startRevocationWorld } from "./bulk-revocation.harness";
import { STAFF } from "./change-consent.harness";

/** all that a search finds, and all that another list left. */

let the: RevocationWorld;
beforeAll(async () => {
  the = await startRevocationWorld();
});
afterAll(() => the.close());
beforeEach(() => the.asOwner(sql`delete from assent.bulk_revocation`));

/** As the list of consents has it in its address. */
function searchFor(query: string) {
  const read = searchReadOf(new URLSearchParams(query));
  if (!read || read.ignored.length > 0) throw new Error("unread");
  return { scope: { by: "search", filter: read.asked.filter, order: read.asked.order } } as const;
}
const listed = (query: string) => the.prepared(undefined, searchFor(query));
const wish = (query: string) => ({
  ...searchFor(query),
  reason: "fraud" as const,
  by: STAFF.id,
  idempotencyKey: randomUUID(),
  correlationId: randomUUID(),
});
const idsOf = async (id: string) => Object.keys(await the.resultsOf(id)).toSorted();

async function called(customer: CustomerId, name: string): Promise<void> {
  await the.rows(sql`update assent.customer_directory set name = ${name}, folded = ${searchable(name)},
    grams = ${sql.param(gramsOf(wordsOf(name)))}::text[] where customer_id = ${customer}`);
}

/** What is kept of a list anywhere, as text. */
async function keptOf(id: string): Promise<string> {
  const kept = await the.rows<{ text: string }>(sql`
    select to_json(list)::text as text from assent.bulk_revocation as list where id = ${id}::uuid
    union all select to_json(event)::text from assent.audit_event as event where detail ->> 'revocationId' = ${id}`);
  return kept.map(({ text }) => text).join("\n");
}

describe("a list of what a search finds", () => {
  test("has what it finds that lives, and is approved and run as any other", async () => {
    const { ids } = await the.consents(4);
    const [paused, live, other, over] = ids as [ConsentId, ConsentId, ConsentId, ConsentId];
    await the.rows(sql`update assent.consent_projection set client_id = 'tpp-searched'
      where consent_id in (${paused}, ${live}, ${over})`);
    await the.rows(sql`update assent.consent_projection set status = 'suspended', suspended_by = 'customer',
      version = version + 1 where consent_id = ${paused}`);
    await the.runOut(over);
    const list = await listed("tpp=tpp-searched&kind=account-access");
    expect(await idsOf(list.id)).toEqual([paused, live].toSorted());
    expect(list).toMatchObject({ state: "prepared", count: 2, breakdown: [{ clientId: "tpp-searched", count: 2 }] });
    expect(await idsOf((await listed("tpp=tpp-searched&status=suspended&status=revoked")).id)).toEqual([paused]);
    expect(await the.start(list)).toBe("started");
    await the.round();
    for (const id of [paused, live]) expect(await the.projectionOf(id)).toMatchObject({ status: "terminated" });
    expect(await the.projectionOf(other)).toMatchObject({ status: "authorised" });
  });

  test("I-03: of one customer has nobody else's in it, whoever else has a pseudonym", async () => {
    const { customer, ids } = await the.consents(2);
    const { customer: another } = await the.consents(1);
    await the.vault.of(another);
    expect(await idsOf((await listed(`customer=${customer}&kind=account-access`)).id)).toEqual(ids);
  });

  test("C-08: of customers by name keeps pseudonyms, in the list and in evidence, and no name", async () => {
    const { customer, ids } = await the.consents(2);
    const { customer: another } = await the.consents(1);
    await called(customer, "Wilhelmina Quatermass");
    await called(another, "Ada Lovelace");
    const list = await listed("q=quatermass&status=authorised");
    expect(await idsOf(list.id)).toEqual(ids);
    expect(list.scope).toMatchObject({ by: "search", filter: { text: "…", as: "name", statuses: ["authorised"] } });
    const kept = await keptOf(list.id);
    expect(kept).toContain((await the.vault.of(customer)).ref);
    for (const personal of ["uatermass", customer]) expect(kept).not.toContain(personal);
    expect(
      await the.rows(sql`select detail -> 'filter' as filter, customer_ref from assent.audit_event
      where type = 'revocation-prepared' and detail ->> 'revocationId' = ${list.id}`),
    ).toEqual([
      {
        filter: { q: ["…"], as: ["name"], status: ["authorised"] },
        customer_ref: (await the.vault.of(customer)).ref,
      },
    ]);
  });

  test("of a customer's account at one TPP: whoever looks sees both ids, until they are erased", async () => {
    const { customer, ids } = await the.consents(2);
    const [one] = ids as [ConsentId];
    await the.rows(sql`update assent.consent_projection set account_ids = '{acc-searched}' where consent_id = ${one}`);
    const { id } = await listed(`customer=${customer}&account=acc-searched`);
    expect(await idsOf(id)).toEqual([one]);
    expect((await the.list(id)).scope).toMatchObject({ filter: { customer, account: "acc-searched" } });
    await the.asOwner(sql`select assent.erase_customer(${customer}, ${randomUUID()}::uuid, 'test', null)`);
    expect((await the.list(id)).scope).toMatchObject({ filter: { customer: "…", account: "…" } });
    expect(await keptOf(id)).not.toContain("acc-searched");
  });

  test.each([
    ["customer", (customer: CustomerId) => `customer=${customer}&kind=account-access`],
    ["account", () => "account=acc-left&kind=account-access"],
  ])("I-03: of a %s that was erased before it was found has nobody in it, and not everybody", async (_, query) => {
    await the.consents(1);
    const { customer } = await the.consents(1);
    await the.rows(
      sql`update assent.consent_projection set account_ids = '{acc-left}' where customer_id = ${customer}`,
    );
    const { filter, order } = searchFor(query(customer)).scope;
    const scope = { by: "search", filter, order, found: { filter } } as const;
    const id = await the.revocations.prepare({ ...wish("tpp=x"), scope });
    await the.asOwner(sql`select assent.erase_customer(${customer}, ${randomUUID()}::uuid, 'test', null)`);
    while (await the.revocations.find(id, MOST));
    expect(await the.list(id)).toMatchObject({ state: "prepared", count: 0 });
  });

  test.each([
    ["", "everything"],
    ["status=authorised&status=suspended", "everything"],
    ["tpp=tpp-1&status=revoked", "not-live"],
    ["q=nobody-is-called-so", "nothing"],
  ])("I-03: %j is no list: %s", async (query, why) => {
    expect(await the.prepare(wish(query))).toEqual({ ok: false, error: why });
    expect(await the.rows(sql`select from assent.bulk_revocation`)).toEqual([]);
  });

  test.each(["tpp=tpp-many", "changed-from=2031-01-01", "ends-from=2032-01-01", "kind=file-payment"])(
    "%s: as many as there are, each once, over several steps",
    async (query) => {
      await the.asOwner(sql`
        insert into assent.consent_projection (consent_id, client_id, kind, status, suspended_by, reason, version,
          account_ids, created_at, changed_at, expires_at)
        select 'many-' || nth, 'tpp-many', 'file-payment', case when nth % 3 = 0 then 'authorised' else 'suspended' end,
          case when nth % 3 > 0 then 'staff' end, 'as-found', 1, '{}', '2030-06-01'::timestamptz + nth / 7 * interval '1 s',
          '2031-06-01'::timestamptz + nth / 7 * interval '1 s', '2032-06-01'::timestamptz + nth / 7 * interval '1 s'
        from generate_series(1, 9000) as nth on conflict do nothing`);
      const listed = await the.prepare(wish(query));
      if (!listed.ok) throw new Error(listed.error);
      while (await the.revocations.find(listed.value, MOST));
      expect(await the.list(listed.value)).toMatchObject({
        count: 9_000,
        state: "prepared",
        breakdown: [{ count: 9_000 }],
      });
    },
  );

  test("what takes too long to find is no list, and holds up no other", async () => {
    const { filter, order } = searchFor("granted-from=2020-01-01").scope;
    const scope = { by: "search", filter, order, found: { filter } } as const;
    const id = await the.revocations.prepare({ ...wish("tpp=x"), scope });
    await the.whileHeld(sql`lock table assent.consent_projection in access exclusive mode`, async () => {
      expect(await the.revocations.find(id, 10)).toBe(true);
    });
    expect(await the.list(id)).toMatchObject({ state: "too-many", count: 0 });
  });
});

describe("a list of what another one left", () => {
  const rest = (of: string) => ({ scope: { by: "rest", of } }) as const;
  const wishRest = (of: string) => ({ ...wish("tpp=x"), ...rest(of) });

  test("has what had not begun and what could not be ended, as far as it lives, and needs an approval of its own", async () => {
    const { customer, ids } = await the.consents(5);
    const [first, over] = ids as [ConsentId, ConsentId];
    const list = await the.prepared(customer);
    const approval = { approvalId: randomUUID() };
    the.refused.add(first);
    await the.start(list, approval);
    expect(await the.prepare(wishRest(list.id)), "it still runs").toEqual({ ok: false, error: "nothing-left" });
    const runner = await the.runs.claim(randomUUID());
    if (!runner) throw new Error("nothing to run");
    const { begun } = await the.runs.begin(runner, 1);
    expect(begun.map(({ consentId }) => consentId)).toEqual([first]);
    await the.revocations.stop(list.id, STAFF.id, "c");
    await the.runs.release(runner);
    await the.round();
    expect(await the.list(list.id)).toMatchObject({ state: "stopped", notRevoked: 1 });
    await the.runOut(over);

    const again = await the.prepared(undefined, rest(list.id));
    const left = ids.filter((id) => id !== over);
    expect(await idsOf(again.id)).toEqual(left);
    expect(again).toMatchObject({ state: "prepared", count: 4, customers: 1, scope: { by: "rest", of: list.id } });
    expect(again.setHash).not.toBe(list.setHash);
    expect(await the.start(again, { ...approval, setHash: list.setHash ?? "" }), "by the old word").toBe("set-changed");

    const once = await the.prepared(undefined, rest(list.id));
    the.refused.clear();
    await the.start(once);
    await the.round();
    expect(await the.list(once.id)).toMatchObject({ state: "done", revoked: 4 });
    for (const id of left) expect(await the.projectionOf(id)).toMatchObject({ status: "terminated" });
    expect(await the.prepare(wishRest(once.id)), "it left nothing").toEqual({ ok: false, error: "nothing-left" });
  });

  test("A-12: of one customer's list stands in evidence under that customer's pseudonym", async () => {
    const { customer, ids } = await the.consents(1);
    const list = await the.prepared(customer);
    the.refused.add(ids[0] as ConsentId);
    await the.start(list);
    await the.round();
    const { id } = await the.prepared(undefined, rest(list.id));
    expect(
      await the.rows(sql`select detail ->> 'restOf' as of, customer_ref from assent.audit_event
      where type = 'revocation-prepared' and detail ->> 'revocationId' = ${id}`),
    ).toEqual([{ of: list.id, customer_ref: (await the.vault.of(customer)).ref }]);
  });

  test("of one that never was there is none", async () => {
    expect(await the.prepare(wishRest(randomUUID()))).toEqual({ ok: false, error: "nothing-left" });
  });
});

describe("lists that nobody needs", () => {
  async function decided(state: string, days: number): Promise<string> {
    const { customer } = await the.consents(1);
    const { id } = await the.prepared(customer);
    const approval = randomUUID();
    const at = sql`clock_timestamp() - ${days} * interval '1 day'`;
    const isOver = state === "withdrawn" || state === "run-out" || state === "not-permitted";
    await the.asOwner(sql`insert into assent.approval (id, act, payload, hash, count, why, needs, policy_version, asked_by,
        asked_at, runs_out_at, idempotency_key, correlation_id, state, decided_by, decided_at, ended_at)
      values (${approval}::uuid, 'revoke-consents', '{}', 'h', 1, 'w', 'second-person', 1, 'lead', ${at}, ${at},
        ${approval}, 'c', ${state}, ${state === "waiting" ? null : "other"}, ${state === "waiting" ? null : at},
        ${isOver ? at : null})`);
    await the.asOwner(sql`update assent.bulk_revocation set approval_id = ${approval}::uuid,
      prepared_at = clock_timestamp() - interval '30 days' where id = ${id}::uuid`);
    return id;
  }
  const forget = async () => {
    while ((await the.revocations.forgetUnused(1)) > 0);
  };

  test.each(["refused", "withdrawn", "run-out", "not-permitted"])(
    "%s a week ago: it goes, and not before",
    async (state) => {
      const [old, recent] = [await decided(state, 8), await decided(state, 6)];
      await forget();
      expect(await the.revocations.read(old)).toBeUndefined();
      expect(await the.rows(sql`select from assent.bulk_revocation_item where set_id = ${old}::uuid`)).toEqual([]);
      expect(await the.revocations.read(recent)).toBeDefined();
    },
  );

  test.each(["waiting", "approved"])("%s: it stays, however old", async (state) => {
    const id = await decided(state, 20);
    await forget();
    expect(await the.revocations.read(id)).toBeDefined();
  });

  test("nobody asked for it within a week, or it ran", async () => {
    const { customer } = await the.consents(1);
    const [unasked, ran] = [await the.prepared(customer), await the.prepared(customer)];
    await the.start(ran);
    await the.round();
    await the.asOwner(sql`update assent.bulk_revocation set prepared_at = prepared_at - interval '8 days'`);
    await forget();
    expect(await the.revocations.read(unasked.id)).toBeUndefined();
    expect(await the.revocations.read(ran.id)).toBeDefined();
  });
});
