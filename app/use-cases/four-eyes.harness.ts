import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createApprovalDelegations } from "#db/queries/approval-delegation";
import { createApprovalPolicies } from "#db/queries/approval-policy";
import { createApprovals } from "#db/queries/approvals";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase } from "#db/testing";
import type { Act } from "~/domain/approvals/act";
import { STRONG } from "~/domain/factor/authentication";
import { asClientId, asStaffId, type StaffId } from "~/domain/shared/ids";
import type { StaffRole } from "~/domain/staff/role";
import type { Approval, ApprovalDecision, AskedApproval } from "~/ports/approvals";

export const LEAD = asStaffId("stf-lead");
export const OTHER_LEAD = asStaffId("stf-other-lead");
export const FRAUD = asStaffId("stf-fraud");
export const COMPLIANCE = asStaffId("stf-compliance");
export const CONFIGURATION = asStaffId("stf-configuration");
export const SUPER = asStaffId("stf-super");
export const CLERK = asStaffId("stf-clerk");

const ON_DUTY: readonly (readonly [StaffId, StaffRole])[] = [
  [LEAD, "care-lead"],
  [OTHER_LEAD, "care-lead"],
  [FRAUD, "fraud"],
  [COMPLIANCE, "compliance"],
  [CONFIGURATION, "configuration"],
  [SUPER, "super"],
  [CLERK, "viewer"],
];

/** The end of so many consents; every call is another set. */
export const aRevocation = (count = 12): Extract<Act, { name: "revoke-consents" }> => ({
  name: "revoke-consents",
  payload: { setId: randomUUID(), setHash: randomUUID(), count, reason: "fraud" },
});

export const aSuspension = (): Extract<Act, { name: "suspend-tpp" }> => ({
  name: "suspend-tpp",
  payload: { clientId: asClientId("tpp-1"), scope: "all-access", from: "2026-03-14T10:00:00.000Z", reason: "fraud" },
});

export const anExport = (count: number): Extract<Act, { name: "export-consents" }> => ({
  name: "export-consents",
  payload: { query: "status=authorised", count },
});

/** Staff on record in a real database, and what they ask of one another. */
export async function startApprovalWorld() {
  const server = await createTestDatabase();
  await migrate(server.url);
  const database = openDatabase(server.url);
  const owner = openDatabase(server.url, 2, 0, "login");
  const approvals = createApprovals(database.db, "test");
  const desk = createStaffDesk(database.db, "test");
  const rows = async <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    (await database.db.execute<Row>(statement)) as readonly Row[];
  /** Logs somebody in with these roles, from now on. */
  const onDuty = (staff: StaffId, ...roles: readonly string[]) =>
    desk.begin(randomUUID(), { staff, name: staff, roles, acr: STRONG, authTime: new Date(), correlationId: "log-in" });
  for (const [staff, role] of ON_DUTY) await onDuty(staff, role);

  const ask = (act: Act, by: StaffId = LEAD, over: Partial<AskedApproval> = {}): Promise<Approval> =>
    approvals.ask({
      act,
      by,
      why: "reported by customers",
      idempotencyKey: randomUUID(),
      correlationId: randomUUID(),
      ...over,
    });
  return {
    url: server.url,
    database,
    approvals,
    desk,
    delegations: createApprovalDelegations(database.db, "test"),
    policies: createApprovalPolicies(database.db, "test"),
    onDuty,
    ask,
    rows,
    /** As whoever owns the schema could: never the app. */
    asOwner: (statement: ReturnType<typeof sql>) => owner.db.execute(statement),
    decide: (approval: Approval, by: StaffId, over: Partial<ApprovalDecision> = {}) =>
      approvals.decide({
        id: approval.id,
        by,
        answer: "approve",
        hash: approval.hash,
        note: "",
        correlationId: randomUUID(),
        ...over,
      }),
    /** As if it had been asked for, and decided, that much earlier. */
    backdate: (approval: Approval, hours: number) =>
      owner.db.execute(sql`update assent.approval set asked_at = asked_at - make_interval(hours => ${hours}),
        runs_out_at = runs_out_at - make_interval(hours => ${hours}),
        decided_at = decided_at - make_interval(hours => ${hours}),
        review_due_at = review_due_at - make_interval(hours => ${hours}),
        running_until = running_until - make_interval(hours => ${hours}) where id = ${approval.id}::uuid`),
    eventsOf: async (approval: Approval) =>
      (
        await rows<{ told: string }>(sql`
          select type || ' by ' || coalesce(actor_ref, actor_type) as told from assent.audit_event
          where detail ->> 'approvalId' = ${approval.id} order by at`)
      ).map(({ told }) => told),
    close: async () => {
      await Promise.all([database.close(), owner.close()]);
      await server.drop();
    },
  };
}

export type ApprovalWorld = Awaited<ReturnType<typeof startApprovalWorld>>;
