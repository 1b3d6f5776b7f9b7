import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId, asStaffId } from "~/domain/shared/ids";
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

const CLIENT = asClientId("tpp-twice");
const approved = (approvalId: string) => ({ approvalId, askedBy: asStaffId("stf-1"), correlationId: "c" });
const suspend = (scope: SuspensionScope, approvalId: string) =>
  suspensions.suspend(
    { clientId: CLIENT, scope, from: new Date().toISOString(), reason: "a test of it" },
    approved(approvalId),
  );
async function lift(approvalId: string) {
  const held = (await suspensions.of(CLIENT, 9)).find((each) => each.approvalId === approvalId);
  expect(await suspensions.lift(held?.id ?? "", CLIENT, approved(`lift ${approvalId}`))).toBe(true);
}
async function told() {
  // Of one suspension a round, and of its end one.
  for (let round = 0; round < 4; round++) await suspensions.tell(100);
  const rows = await world.owner.execute<{ move: string }>(
    sql`select move from assent.outbox_event where client_id = ${CLIENT} order by move`,
  );
  return rows.map(({ move }) => move);
}

test("A-06: nobody is told that an app is back while another suspension holds it", async () => {
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
      created_at, changed_at)
    values ('vrp-1', ${CLIENT}, 'domestic-vrp', 'cus-1', 'authorised', 'as-found', 1, '{}', now(), now())`);
  await suspend("all-access", "first");
  await suspend("payments", "second");
  expect(await told()).toEqual(["app-held", "app-held"]);
  await lift("first");
  expect(await told()).toEqual(["app-held", "app-held"]);
  await lift("second");
  expect(await told()).toEqual(["app-back", "app-back", "app-held", "app-held"]);
});
