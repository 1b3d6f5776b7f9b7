import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId, asStaffId, type ClientId } from "~/domain/shared/ids";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createTppSuspensions } from "./tpp-suspensions";

let world: ProjectionWorld;
let suspensions: TppSuspensions;
beforeAll(async () => {
  world = await projectionWorld();
  suspensions = createTppSuspensions(world.db, "test");
});
afterAll(() => world.stop());

let count = 0;
const fresh = () => asClientId(`tpp-told-${++count}`);
const approved = () => ({ approvalId: `told-${++count}`, askedBy: asStaffId("stf-1"), correlationId: "c" });
const suspend = (clientId: ClientId, scope: SuspensionScope) =>
  suspensions.suspend({ clientId, scope, from: new Date().toISOString(), reason: "a test of it" }, approved());
const lift = async (client: ClientId) => {
  const [held] = await suspensions.of(client, 1);
  await suspensions.lift(held?.id ?? "", client, approved());
};

/** So many customers with two consents each, one of them for payments; and one consent of each that is over. */
const sharing = (client: ClientId, customers: number) =>
  world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
      created_at, changed_at)
    select ${client} || n, ${client}, (array['account-access', 'domestic-vrp', 'account-access'])[1 + n % 3],
      ${client} || '-cus-' || n / 3, case when n % 3 = 2 then 'revoked' else 'authorised' end, 'as-found', 1, '{}',
      now() - n * interval '1 second', now()
    from generate_series(0, ${customers * 3 - 1}) as n`);
const told = async (client: ClientId) =>
  (
    await world.owner.execute<{ line: string }>(sql`
      select move || ' ' || kind as line from assent.outbox_event where client_id = ${client} order by move, kind`)
  ).map(({ line }) => line);
/** Until nobody is left to be told. */
const tell = async (limit: number) => {
  for (let round = 0; round < 50; round++) {
    const { more } = await suspensions.tell(limit);
    if (!more) return;
  }
};

test("A-06: each customer hears once that it is held back, however many consents they have and workers there are", async () => {
  const client = fresh();
  await sharing(client, 5);
  await suspend(client, "all-access");
  await Promise.all([tell(4), tell(4)]);
  await tell(100);
  expect(await told(client)).toEqual(Array(5).fill("app-held account-access"));
  await lift(client);
  await tell(4);
  expect(await told(client)).toEqual([
    ...Array(5).fill("app-back account-access"),
    ...Array(5).fill("app-held account-access"),
  ]);
  await tell(4);
  expect(await told(client)).toHaveLength(10);
});

test("A-06: of payments alone, whoever pays with it; of new consents, nobody", async () => {
  const [paying, asking] = [fresh(), fresh()];
  await sharing(paying, 2);
  await sharing(asking, 2);
  await suspend(paying, "payments");
  await suspend(asking, "new-consents");
  await tell(100);
  expect(await told(paying)).toEqual(["app-held domestic-vrp", "app-held domestic-vrp"]);
  await lift(asking);
  await tell(100);
  expect(await told(asking)).toEqual([]);
});

test("A-06: whoever was not told of it is not told of its end", async () => {
  const client = fresh();
  await sharing(client, 6);
  await suspend(client, "all-access");
  await suspensions.tell(4);
  const before = (await told(client)).length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(6);
  await lift(client);
  await tell(4);
  expect((await told(client)).filter((line) => line.startsWith("app-back"))).toHaveLength(before);
  expect((await told(client)).filter((line) => line.startsWith("app-held"))).toHaveLength(before);
});

test("A-06: a second suspension of the same app is told of anew", async () => {
  const client = fresh();
  await sharing(client, 1);
  await suspend(client, "all-access");
  await tell(100);
  await lift(client);
  await tell(100);
  await suspend(client, "all-access");
  await tell(100);
  expect(await told(client)).toHaveLength(3);
});
