import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerCase, caseReference } from "~/domain/cases/customer-case";
import { refuse } from "~/domain/consent/decision";
import { asCaseId } from "~/domain/shared/ids";
import { announceCases } from "~/jobs/announce-cases";
import { aVisit } from "~/ports/consent-desk.builders";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createCustomerCases } from "./customer-cases";
import { createCustomerVault } from "./customer-vault";

describe("P-32: a request that its customer did not expect", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  const asItIs = async (text: string) => text;
  const seal = { seal: asItIs, open: asItIs };
  const desk = () =>
    createConsentDesk(database.db, { tenant: "test", seal, vault: createCustomerVault(database.db, seal) });
  const cases = () => createCustomerCases(database.db, "test", createCustomerVault(database.db, seal));
  const aCase = (): CustomerCase => ({
    id: asCaseId(crypto.randomUUID()),
    kind: "not-expected",
    reference: caseReference(crypto.getRandomValues(new Uint8Array(8))),
  });
  const eventsOf = async (consentId: string) => {
    const rows = await database.db.execute<{ type: string; actor: string; detail: { caseId?: string } }>(
      sql`select type, actor_type as actor, detail from assent.audit_event where consent_id = ${consentId}
        and type = 'case-opened'`,
    );
    return rows.map(({ type, actor, detail }) => ({ type, actor, caseId: detail.caseId }));
  };
  const reported = async () => {
    const [visit, opening] = [aVisit(), aCase()];
    await desk().openVisit(visit);
    await desk().intend(visit, refuse("not-me"), "", opening);
    return { visit, opening };
  };

  beforeAll(async () => {
    server = await createTestDatabase();
    await migrate(server.url);
    database = openDatabase(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  test("is a case from the moment of the answer, with its audit event and under the customer's pseudonym", async () => {
    const { visit, opening } = await reported();
    expect(await cases().ofVisit(visit.id)).toEqual(opening);
    expect(await eventsOf(visit.consentId)).toEqual([{ type: "case-opened", actor: "customer", caseId: opening.id }]);
    const [row] = await database.db.execute(sql`
      select kind, state, consent_id, client_id, customer_ref = key.ref as "underPseudonym"
      from assent.customer_case join assent.customer_key as key on customer_id = ${visit.customer}
      where visit_id = ${visit.id}`);
    expect(row).toEqual({
      kind: "not-expected",
      state: "open",
      consent_id: visit.consentId,
      client_id: visit.clientId,
      underPseudonym: true,
    });
  });

  test("is one case, however often and from however many tabs it is reported", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    await Promise.all(Array.from({ length: 8 }, () => desk().intend(visit, refuse("not-me"), "", aCase())));
    expect(await eventsOf(visit.consentId)).toHaveLength(1);
    expect(await cases().ofVisit(visit.id)).toBeDefined();
  });

  test("opens none where an answer was there before", async () => {
    const visit = aVisit();
    await desk().openVisit(visit);
    await desk().intend(visit, refuse("changed-mind"));
    await desk().intend(visit, refuse("not-me"), "", aCase());
    expect(await cases().ofVisit(visit.id)).toBeUndefined();
    expect(await eventsOf(visit.consentId)).toEqual([]);
  });

  test("is announced once, by whichever of two workers takes it; and again when the first was killed", async () => {
    await announceCases({ cases: cases(), announce: () => {} }).round(AbortSignal.timeout(10_000));
    const { visit, opening } = await reported();
    const heard: string[] = [];
    const job = announceCases({ cases: cases(), announce: ({ reference }) => void heard.push(reference) });
    const rounds = await Promise.all([1, 2].map(() => job.round(AbortSignal.timeout(10_000))));
    expect(rounds.map(({ counts }) => counts["announced"]).sort()).toEqual([0, 1]);
    await job.round(AbortSignal.timeout(10_000));
    expect(heard).toEqual([opening.reference]);

    const other = await reported();
    expect(await cases().claimUnannounced(10)).toMatchObject([
      { reference: other.opening.reference, consentId: other.visit.consentId, clientId: visit.clientId },
    ]);
    await job.round(AbortSignal.timeout(10_000));
    expect(heard).not.toContain(other.opening.reference);
    await database.db.execute(sql`update assent.customer_case set announcing_until = clock_timestamp()`);
    await job.round(AbortSignal.timeout(10_000));
    expect(heard).toContain(other.opening.reference);
  });

  test("nobody else's words stand in an alert", async () => {
    const { visit } = await reported();
    const [alert] = (await cases().claimUnannounced(10)).filter(({ consentId }) => consentId === visit.consentId);
    expect(Object.keys(alert ?? {}).sort()).toEqual([
      "clientId",
      "consentId",
      "id",
      "kind",
      "reference",
      "waitingSeconds",
    ]);
  });
});
