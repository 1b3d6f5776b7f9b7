import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asCustomerId } from "~/domain/shared/ids";
import { resealKeys } from "~/jobs/reseal-keys";
import { aVisit } from "~/ports/consent-desk.builders";
import { createSeal } from "~/web/seal.server";
import { createConsentDesk } from "./consent-desk";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createCustomerVault } from "./customer-vault";
import { createSealedKeys } from "./sealed-keys";

let world: ProjectionWorld;
beforeEach(async () => {
  world = await projectionWorld();
});
afterEach(() => world.stop());

const [older, newer, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const signal = new AbortController().signal;

/** An app with these keys, newest first. */
function appWith(...keys: readonly Uint8Array[]) {
  const key = createSeal("customer-key", () => keys);
  const visit = createSeal("consent-desk", () => keys);
  const vault = createCustomerVault(world.db, key);
  const sealedKeys = createSealedKeys(world.db, { key, visit });
  const job = resealKeys({ sealedKeys });
  return { vault, sealedKeys, job, desk: createConsentDesk(world.db, { tenant: "test", seal: visit, vault }) };
}
const left = async (app: ReturnType<typeof appWith>) =>
  (await app.sealedKeys.left()).map(({ keys, visits, opens }) => ({ keys, visits, opens }));
const customers = Array.from({ length: 12 }, (_, nth) => asCustomerId(`cus-${nth}`));

test("what lies under an older key comes under the newest, so that the older one can be dropped", async () => {
  const before = appWith(older);
  const sealed = await Promise.all(customers.map(async (each) => (await before.vault.of(each)).seal("evidence")));
  const visit = aVisit({ customer: asCustomerId("cus-1") });
  await before.desk.openVisit(visit);
  await before.desk.intend(visit, { outcome: "allowed", accountIds: [], scopes: [] });

  const both = appWith(newer, older);
  expect(await left(appWith(newer))).toEqual(expect.arrayContaining([{ keys: 12, visits: 0, opens: false }]));
  const rounds = await Promise.all([both.job.round(signal), appWith(newer, older).job.round(signal)]);
  expect(rounds.reduce((sum, { counts }) => sum + (counts["resealed"] ?? 0), 0)).toBe(13);

  const after = appWith(newer);
  expect((await left(after)).every(({ opens }) => opens)).toBe(true);
  const opened = await Promise.all(
    customers.map(async (each, nth) => (await after.vault.of(each)).open(sealed[nth] ?? "")),
  );
  expect(opened).toEqual(customers.map(() => "evidence"));
  expect((await after.job.round(signal)).counts).toEqual({ resealed: 0, unreadable: 0 });
  await world.db.execute(sql`
    update assent.consent_decision set intended_at = clock_timestamp() - interval '1 minute'`);
  const [unfinished] = await after.desk.unfinished(1);
  expect(await unfinished?.visit()).toMatchObject({ id: visit.id });
});

test("what cannot be opened is counted and left as it is, and holds up nothing", async () => {
  await Promise.all(customers.map((each) => appWith(other).vault.of(each)));
  await appWith(older).vault.of(asCustomerId("cus-new"));
  const app = appWith(newer, older);
  expect((await app.job.round(signal)).counts).toEqual({ resealed: 1, unreadable: 12 });
  expect(await left(app)).toEqual(
    expect.arrayContaining([
      { keys: 12, visits: 0, opens: false },
      { keys: 1, visits: 0, opens: true },
    ]),
  );
});

test("the app can lose no key this way: what was there before stays for a week, where it cannot change it", async () => {
  const customer = asCustomerId("cus-1");
  const evidence = (await appWith(older).vault.of(customer)).seal("evidence");
  await world.db.execute(sql`
    select assent.reseal_customer_key(ref, sealed_key, 'nonsense') from assent.customer_key`);
  const [again] = await world.db.execute(sql`
    select assent.reseal_customer_key(ref, sealed_key, 'more nonsense') as taken from assent.customer_key`);
  expect(again).toEqual({ taken: false });
  await expect(appWith(older).vault.of(customer)).rejects.toThrow();
  await world.owner.execute(sql`update assent.customer_key set sealed_key = replaced_key`);
  expect((await appWith(older).vault.of(customer)).open(evidence)).toBe("evidence");
});
