import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eraseCustomer } from "#db/erase-customer";
import { anEvent, aRecord, type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createConsentSearch } from "#db/queries/consent-search";
import { createCustomerDirectory } from "#db/queries/customer-directory";
import { asCustomerId, type CustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import { learnNames } from "./learn-names";

/** A-01, GDPR article 17: customers are found by name once the bank has told it, and not once they are forgotten. */

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.owner.execute(sql`truncate assent.customer_directory`);
});

const NAMES: Readonly<Record<string, string>> = { "cus-a": "Grace Okoye", "cus-b": "Zoë \u202EOkoye" };
const asked: string[] = [];
const bank = {
  nameOf: async (customer: CustomerId) => {
    asked.push(customer);
    return NAMES[customer];
  },
};
const learn = (of: typeof bank = bank) => learnNames({ directory: createCustomerDirectory(world.db), bank: of })();
const named = async (...parts: string[]) =>
  [...(await createConsentSearch(world.db, "test").customersNamed(parts, 10))].sort();
/** The authorization server tells of a consent of theirs. */
const newCustomer = async (id: string) => {
  const record = aRecord({ customer: asCustomerId(id) });
  const taken = await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"));
  expect(taken).toBe("entered");
};

test("whoever a consent is of is asked for once, and found by every part of the name", async () => {
  asked.length = 0;
  await newCustomer("cus-a");
  await newCustomer("cus-b");
  expect(await learn()).toEqual({ named: 2, unknown: 0, more: false });
  expect(await learn()).toEqual({ named: 0, unknown: 0, more: false });
  expect(asked.sort()).toEqual(["cus-a", "cus-b"]);
  expect(await named("oko")).toEqual(["cus-a", "cus-b"]);
  expect(await named("zoe")).toEqual(["cus-b"]);
  const names = await createConsentSearch(world.db, "test").namesOf(["cus-b"].map(asCustomerId));
  expect(names.get(asCustomerId("cus-b"))).toBe("Zoë Okoye");
});

test("one whom the bank does not know has no name, and is not asked for again and again", async () => {
  await newCustomer("cus-unknown");
  expect(await learn()).toMatchObject({ named: 0, unknown: 1 });
  expect(await learn()).toMatchObject({ named: 0, unknown: 0 });
});

test("while the bank is away nothing is lost: what it told stays, and the rest is asked for again", async () => {
  await newCustomer("cus-a");
  await newCustomer("cus-b");
  const away = {
    nameOf: async (customer: CustomerId) => {
      if (customer === "cus-b") throw new BankUnavailable("away");
      return bank.nameOf(customer);
    },
  };
  await expect(learn(away)).rejects.toThrow(BankUnavailable);
  expect(await named("okoye")).toEqual(["cus-a"]);
  await world.owner.execute(sql`update assent.customer_directory set due_at = now() where name is null`);
  await learn();
  expect(await named("okoye")).toEqual(["cus-a", "cus-b"]);
});

test("two at once ask for nobody twice", async () => {
  asked.length = 0;
  await world.owner.execute(
    sql`insert into assent.customer_directory (customer_id) select 'cus-many-' || nth from generate_series(1, 100) as nth`,
  );
  const both = [0, 1].map(() => createCustomerDirectory(world.db).claim(64));
  const claimed = (await Promise.all(both)).flat();
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(claimed).toHaveLength(100);
});

test("an erased customer is in it no more, and a late answer of the bank does not bring them back", async () => {
  await newCustomer("cus-a");
  const directory = createCustomerDirectory(world.db);
  const [claimed] = await directory.claim(10);
  expect(await eraseCustomer({ databaseUrl: world.url, customer: "cus-a", tenant: "test" })).toBe(true);
  await directory.keep([{ customer: claimed ?? asCustomerId(""), name: "Grace Okoye" }]);
  expect(await named("grace")).toEqual([]);
  expect(await world.db.execute(sql`select from assent.customer_directory`)).toHaveLength(0);
});
