import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RevocationWorld, startRevocationWorld } from "./bulk-revocation.harness";

let the: RevocationWorld;
beforeAll(async () => {
  the = await startRevocationWorld();
});
afterAll(() => the.close());

test("A-04, A-12: that somebody listed what one customer has stands in evidence under that customer's pseudonym", async () => {
  const { customer } = await the.consents(1);
  const { id } = await the.prepared(customer);
  const { ref } = await the.vault.of(customer);
  const events = await the.rows(sql`
    select customer_ref, position(${customer} in detail::text) as named from assent.audit_event
    where type = 'revocation-prepared' and detail ->> 'revocationId' = ${id}`);
  expect(events).toEqual([{ customer_ref: ref, named: 0 }]);
});
