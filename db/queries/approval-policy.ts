import { sql } from "drizzle-orm";
import type { Act } from "~/domain/approvals/act";
import { FIRST_RULES, type Policy, type PolicyRules } from "~/domain/approvals/policy";
import type { ApprovalPolicies, PolicyVersion } from "~/ports/approval-policies";
import type { Approval } from "~/ports/approvals";
import type { Database } from "../client.server";
import { audited, BY_SYSTEM } from "./audit-event";
import { createExecute } from "./execute";

type Execute = ReturnType<typeof createExecute>;

const AS_IT_COMES: Policy = { version: 0, rules: FIRST_RULES };

/** What holds now; as it comes until somebody has changed it. */
export async function policyNow(execute: Execute): Promise<Policy> {
  const [row] = await execute<{ version: number; rules: PolicyRules }>(
    sql`select version, rules from assent.approval_policy order by version desc limit 1`,
  );
  return row ?? AS_IT_COMES;
}

interface VersionRow extends Record<string, unknown> {
  readonly version: number;
  readonly rules: PolicyRules;
  readonly approval_id: string;
  readonly set_ms: string;
}

/** The versions of the policy in PostgreSQL. */
export function createApprovalPolicies(db: Database, tenant: string): ApprovalPolicies {
  const execute = createExecute(db);
  return {
    now: () => policyNow(execute),
    async at(version) {
      if (version === AS_IT_COMES.version) return AS_IT_COMES;
      const [row] = await execute<{ rules: PolicyRules }>(
        sql`select rules from assent.approval_policy where version = ${version}`,
      );
      return row && { version, rules: row.rules };
    },
    async versions(limit) {
      const rows = await execute<VersionRow>(sql`
        select version, rules, approval_id, extract(epoch from set_at) * 1000 as set_ms
        from assent.approval_policy order by version desc limit ${limit}`);
      return rows.map(
        ({ version, rules, approval_id, set_ms }): PolicyVersion => ({
          version,
          rules,
          approvalId: approval_id,
          setAt: new Date(Number(set_ms)),
        }),
      );
    },
    async change(act, approval) {
      const version = act.payload.from + 1;
      if (await wasChanged(execute, { act, approval, version, tenant })) return "done";
      const [row] = await execute(sql`
        select from assent.approval_policy where version = ${version} and approval_id = ${approval.id}::uuid`);
      return row ? "done" : "set-changed";
    },
  };
}

interface Change {
  readonly act: Extract<Act, { readonly name: "change-approval-policy" }>;
  readonly approval: Approval;
  readonly version: number;
  readonly tenant: string;
}

/** Once for each approval, and only over the version that was shown: the next number is free for the first alone. */
async function wasChanged(execute: Execute, { act, approval, version, tenant }: Change): Promise<boolean> {
  const { rules } = act.payload;
  const event = { type: "approval-policy-changed", detail: { approvalId: approval.id, version, rules } } as const;
  const rows = await execute(sql`
    with changed as (
      insert into assent.approval_policy (version, rules, approval_id, set_at)
      select ${version}, ${JSON.stringify(rules)}::jsonb, ${approval.id}::uuid, clock_timestamp()
      where ${version - 1} = (select coalesce(max(version), 0) from assent.approval_policy)
      on conflict do nothing returning version
    ), ${audited({ tenant, correlationId: approval.correlationId }, BY_SYSTEM, event, sql`changed`)}
    select from changed`);
  return rows.length > 0;
}
