import { afterAll, beforeAll, expect, test } from "vitest";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { aVisit } from "~/ports/consent-desk.builders";
import { eraseCustomer } from "./erase-customer";
import { everythingIn, listedByAccount, seal, vaultOf } from "./erase-customer.harness";
import { createConsentDesk } from "./queries/consent-desk";
import { createTestDatabase, type TestDatabase } from "./testing";
import { createRecord, type TestRecord } from "./verification/record.harness";

let server: TestDatabase;
let record: TestRecord;
beforeAll(async () => {
  server = await createTestDatabase();
  record = await createRecord(server.url);
});
afterAll(async () => {
  await record.close();
  await server.drop();
});

test("A-04: of a list of consents of their account stays which consents, and not of which account", async () => {
  const customer = asCustomerId("cus-erase-listed");
  const account = asAccountId("acc-erase-listed");
  const visit = aVisit({ customer });
  const desk = createConsentDesk(record.database.db, { tenant: "test", seal, vault: vaultOf(record) });
  await desk.openVisit(visit);
  await desk.settle(
    visit,
    await desk.intend(visit, { outcome: "allowed", accountIds: [account], scopes: ["accounts"] }, "page"),
    {
      to: new URL("https://as.example/next"),
    },
  );
  const full = await listedByAccount(record, account);
  const holds = (...accounts: string[]) =>
    record.attacker`update assent.consent_projection set account_ids = ${accounts} where consent_id = ${visit.consentId}`;
  // Nothing but the list itself remembers this one; of the other one the history of the consent does.
  await holds("acc-erase-forgotten");
  const forgotten = await listedByAccount(record, "acc-erase-forgotten");
  await holds();
  const empty = await listedByAccount(record, account);
  const others = await listedByAccount(record, "acc-of-somebody-else");
  const lists = async () =>
    record.attacker`select id, scope_of, count from assent.bulk_revocation where id = any(${[full, forgotten, empty, others]}) order by id`;
  expect((await lists()).map(({ scope_of, count }) => [scope_of, count])).toEqual([
    [account, 1],
    ["acc-erase-forgotten", 1],
    [account, 0],
    ["acc-of-somebody-else", 0],
  ]);
  await eraseCustomer({ databaseUrl: server.url, customer, tenant: "test" });
  expect((await lists()).map(({ scope_of }) => scope_of)).toEqual(["", "", "", "acc-of-somebody-else"]);
  for (const theirs of [account, "acc-erase-forgotten"]) expect(await everythingIn(record)).not.toContain(theirs);
});
