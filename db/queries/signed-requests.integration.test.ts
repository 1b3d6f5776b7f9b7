import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CustomerId } from "~/domain/shared/ids";
import { createSigningWorld } from "~/use-cases/signing-world.harness";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createSignedRequests } from "./signed-requests";

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;

beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

const signed = () => createSignedRequests(world.db);
const standing = async (customer: CustomerId) => {
  const { requests } = await signed().of(customer, { size: 10 });
  expect(await signed().any(customer)).toBe(requests.length > 0);
  return requests.map(({ id, stands }) => [id, stands] as const);
};
const change = (consent: string, set: ReturnType<typeof sql>) =>
  world.db.execute(sql`update assent.consent_projection set ${set} where consent_id = ${consent}`);

describe("D-14: what a customer signed of what others asked for", () => {
  test("is theirs once they signed: not before, not of whoever asked for it, and of nobody else", async () => {
    const { id } = await several.opened(3);
    expect(await standing(several.ben)).toEqual([]);
    several.mandate(
      [several.ada, several.ben, several.cy].map((customer) => ({ customer, name: customer, group: "A" })),
      { anyOf: [{ A: 3 }] },
    );
    await several.sign(id, several.ben);
    expect(await standing(several.ben)).toEqual([[id, { is: "awaiting" }]]);
    expect(await standing(several.ada)).toEqual([]);
    expect(await standing(several.cy)).toEqual([]);
  });

  test("stands as its consent does, by the database's clock", async () => {
    const { visit, id } = await several.openedToShare();
    await several.sign(id, several.ben);
    const [[, stands] = []] = await standing(several.ben);
    expect(stands).toMatchObject({ is: "complete", status: "authorised", reason: "signers-complete" });
    await change(visit.consentId, sql`expires_at = clock_timestamp()`);
    expect((await standing(several.ben))[0]?.[1]).toMatchObject({ status: "expired", reason: "end-date" });
    expect((await standing(several.ben))[0]?.[1]).not.toHaveProperty("accountIds");
  });

  test("what came to nothing says why, whether or not a job has come by", async () => {
    const { id } = await several.opened(3);
    several.mandate(
      [several.ada, several.ben, several.cy].map((customer) => ({ customer, name: customer, group: "A" })),
      { anyOf: [{ A: 3 }] },
    );
    await several.sign(id, several.ben);
    await world.db.execute(sql`update assent.consent_signing set due_at = clock_timestamp() where id = ${id}::uuid`);
    expect(await standing(several.ben)).toEqual([[id, { is: "rejected", because: "timed-out" }]]);
  });

  test("page by page, the newest first", async () => {
    const ids: string[] = [];
    for (let one = 0; one < 3; one += 1) {
      const { id } = await several.opened();
      await several.sign(id, several.ben);
      ids.unshift(id);
    }
    const first = await signed().of(several.ben, { size: 2 });
    expect(first.requests.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.newer).toBeUndefined();
    const second = await signed().of(several.ben, { size: 2, ...(first.older && { from: first.older }) });
    expect(second.requests.map(({ id }) => id)).toEqual(ids.slice(2));
    expect([second.older, second.newer?.key]).toEqual([undefined, ids[2]]);
  });
});

describe("D-14: who has yet to sign", () => {
  test("is told to whoever asked for it, of what still waits, and to none of the others", async () => {
    const { visit, id } = await several.opened(2, [several.ben, several.cy]);
    const told = async (customer: CustomerId) => {
      const found = await several.signing.awaitedFor([visit.consentId], customer);
      return [...found].map(([consent, asked]) => [consent, [...asked].sort()]);
    };
    expect(await told(several.ada)).toEqual([[visit.consentId, [several.ben, several.cy].sort()]]);
    expect(await told(several.ben)).toEqual([]);
    await several.sign(id, several.ben);
    expect(await told(several.ada)).toEqual([]);
  });

  test("whoever signed is waited for no more", async () => {
    const { visit, id } = await several.opened(3, [several.ben, several.cy]);
    several.mandate(
      [several.ada, several.ben, several.cy].map((customer) => ({ customer, name: customer, group: "A" })),
      { anyOf: [{ A: 3 }] },
    );
    await several.sign(id, several.ben);
    const found = await several.signing.awaitedFor([visit.consentId], several.ada);
    expect([...found.values()]).toEqual([[several.cy]]);
  });
});
