import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import { BY_SYSTEM } from "./audit-event";
import { type ConsentMove, consentMoved } from "./consent-move";
import { aConsentId, type ProjectionWorld, projectionWorld } from "./consent-projection.harness";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

test("a version says of each fact that changed what it was and what it is, and nothing of the others", async () => {
  const consentId = aConsentId();
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids, created_at,
      changed_at)
    values (${consentId}, 'tpp', 'account-access', 'pending', 'imported', 1, '{}', now(), now())`);
  const about = { tenant: "test", consentId, clientId: asClientId("tpp"), kind: "account-access" } as const;
  const move = (what: Pick<ConsentMove, "move" | "to" | "reason" | "set">) =>
    world.db.execute(
      sql`with ${consentMoved({ ...about, actor: BY_SYSTEM, source: "assent", correlationId: "c", ...what })} select 1`,
    );
  const expiresAt = new Date("2100-01-01T00:00:00Z");
  const set = { accountIds: ["acc-1", "acc-2"], expiresAt };
  await move({ move: "authorise", to: "authorised", reason: "customer-approved", set });
  await move({ move: "suspend", to: "suspended", reason: "as-found", set });
  await move({ move: "resume", to: "authorised", reason: "as-found", set: { accountIds: ["acc-2"] } });

  const versions = await world.db.execute<{ difference: Record<string, unknown[]> }>(sql`
    select difference from assent.consent_version_projection where consent_id = ${consentId} order by version`);
  const [authorised, suspended, resumed] = versions.map(({ difference }) => difference);
  const { expiresAt: ends, ...others } = authorised ?? {};
  expect(others).toEqual({ status: ["pending", "authorised"], accountIds: [[], ["acc-1", "acc-2"]] });
  expect([ends?.[0], new Date(String(ends?.[1]))]).toEqual([null, expiresAt]);
  expect(suspended).toEqual({ status: ["authorised", "suspended"] });
  expect(resumed).toEqual({ status: ["suspended", "authorised"], accountIds: [["acc-1", "acc-2"], ["acc-2"]] });
});
