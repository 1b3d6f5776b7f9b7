import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { MoveSource } from "~/domain/audit/audit-event";
import { type Following, followAuthority } from "~/domain/consent/follow-authority";
import { AS_FOUND } from "~/domain/consent/lifecycle";
import type { Step } from "~/domain/consent/step";
import { sameAccounts, type ToldChange } from "~/domain/consent/told";
import type { ConsentRecord } from "~/ports/authorization-server";
import type { DatabaseInstant, Taken } from "~/ports/consent-register-upkeep";
import type { CustomerVault } from "~/ports/customer-vault";
import { BY_SYSTEM, byCustomer, type WrittenActor } from "./audit-event";
import { consentEntered } from "./consent-import";
import { consentMoved } from "./consent-move";
import { justTold, nowOf, type ProjectionRow, projectionColumns, stateOf, underWay } from "./consent-projection-row";
import { factsFilledIn } from "./consent-projection-terms";
import { disputeFound, isDisputed, undisputedPart } from "./customer-dispute";
import type { createExecute } from "./execute";

type Execute = ReturnType<typeof createExecute>;

export interface ToldOf {
  readonly record: ConsentRecord;
  /** What its newest change was, where that was told. */
  readonly change?: ToldChange;
  /** Where the authorization server was asked, just before that. */
  readonly since?: DatabaseInstant;
  readonly source: Exclude<MoveSource, "assent">;
  readonly correlationId: string;
}

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/**
 * Brings our picture of one consent to what the authorization server holds: within a transaction, since what was missed
 * may be several moves, each a statement with its version, its audit event and its event for the outside.
 *
 * @param execute of that transaction.
 * @returns "ask" when it was only told, and that alone does not decide.
 */
export async function follow(execute: Execute, told: ToldOf, needs: Needs): Promise<Taken | "ask"> {
  const { record, since } = told;
  const [row] = await execute<ProjectionRow>(sql`
    select ${projectionColumns(since)} from assent.consent_projection as consent
    where consent.consent_id = ${record.id} for update`);
  if (row?.moved_since) return "busy";
  if (!row || !isDisputed(row, record)) return followFrom(row, execute, told, needs);

  if (isOlder(row, told)) return "older";
  if (await isUnderWay(execute, told)) return "busy";
  // What was told alone puts nobody under suspicion.
  if (since === undefined) return "ask";
  await execute(disputeFound(row, record));
  const part = undisputedPart(row, record);
  // Nobody is said to have done it: whose word it is, is what is in dispute.
  const { change: _, ...asFound } = told;
  const taken = part ? await followFrom(row, execute, { ...asFound, record: part }, needs) : "same";
  return taken === "busy" ? taken : "disputed";
}

async function followFrom(
  row: ProjectionRow | undefined,
  execute: Execute,
  told: ToldOf,
  { tenant, vault }: Needs,
): Promise<Taken | "ask"> {
  const { record, change, since } = told;
  const ours = row && { ...stateOf(row), ...(since === undefined && revisionOf(row)) };
  const following = followAuthority(ours, record, change, row ? nowOf(row) : await clockOf(execute));
  if (following.is === "older") return "older";
  if (following.is === "same") {
    await execute(factsFilledIn(told, row?.ahead !== true || since !== undefined));
    return "same";
  }
  if (row && (await isUnderWay(execute, told))) return "busy";
  if (row && since === undefined && (row.ahead || following.is === "unlawful")) return "ask";

  const actorOf = async ({ by, reason }: Step): Promise<Pick<Step, "reason"> & { readonly actor: WrittenActor }> => {
    const customer = record.customer ?? row?.customer_id;
    if (by === "customer" && customer) return { reason, actor: byCustomer(await vault.of(customer)) };
    // A customer whom nobody names is not a customer's act on record.
    if (by === "customer") return { reason: AS_FOUND, actor: BY_SYSTEM };
    return { reason, actor: { type: by, ref: by === "tpp" ? record.clientId : null } };
  };
  const about = { ...told, tenant, consentId: record.id, clientId: record.clientId, kind: record.kind };

  let before = row && stateOf(row);
  for (const step of stepsOf(following)) {
    const { next, move } = step;
    const { actor, reason } = await actorOf(step);
    const statement: SQL =
      before === undefined
        ? sql`with given as (select 1), ${consentEntered(
            {
              ...about,
              clientName: record.clientName,
              customerId: record.customer,
              status: next.status,
              reason,
              actor,
              createdAt: record.createdAt,
              expiresAt: record.expiresAt,
              accountIds: next.accountIds,
              permissions: record.permissions,
              revision: undefined,
            },
            sql`given`,
          )} select version from imported`
        : sql`with ${consentMoved({
            ...about,
            move,
            to: next.status,
            actor,
            reason,
            after: before.version,
            set: {
              ...(record.customer && { customerId: record.customer }),
              ...(!sameAccounts(before.accountIds, next.accountIds) && { accountIds: next.accountIds }),
              ...(next.expiresAt && { expiresAt: next.expiresAt }),
            },
          })} select version from moved`;
    const [made] = await execute<{ version: number }>(statement);
    // It entered by another way a moment ago.
    if (!made) return "busy";
    before = { ...next, version: made.version };
  }
  await execute(factsFilledIn(told, true));
  if (row) await execute(drifted(row, told, following.is !== "unlawful"));
  if (following.is === "unlawful") return "repaired";
  return row ? "moved" : "entered";
}

const isOlder = (row: ProjectionRow, { record, since }: ToldOf): boolean =>
  since === undefined && (record.revision ?? Infinity) < (row.authority_revision ?? 0);

/** Only what was told can be older than what we know. Whoever asked was told what holds, even of a server set back. */
const revisionOf = ({ authority_revision: revision }: ProjectionRow) => (revision === null ? {} : { revision });

const stepsOf = (following: Exclude<Following, { is: "older" | "same" }>): readonly Step[] =>
  following.is === "moves" ? following.steps : [following.step];

async function clockOf(execute: Execute): Promise<Date> {
  const [row] = await execute<{ now: string }>(sql`select extract(epoch from clock_timestamp()) * 1000 as now`);
  return new Date(Number(row?.now));
}

async function isUnderWay(execute: Execute, { record: { id }, source }: ToldOf): Promise<boolean> {
  const told = source === "reconcile" ? justTold(id) : sql`false`;
  const [row] = await execute<{ under_way: boolean }>(sql`select ${underWay(id)} or ${told} as under_way`);
  return row?.under_way === true;
}

/**
 * The finding: that our picture was behind though no event had told of it, or that no move led from it to what holds.
 * Nothing in it is about a person.
 */
function drifted(row: ProjectionRow, { record, source }: ToldOf, lawful: boolean): SQL {
  const ours = { status: row.status, version: row.version, revision: row.authority_revision };
  const theirs = { status: record.status, revision: record.revision ?? null };
  return sql`
    insert into assent.drift_finding (id, consent_id, found_at, ours, theirs, repaired_at, lawful)
    select ${uuidv7()}::uuid, ${record.id}, clock_timestamp(), ${JSON.stringify(ours)}::jsonb,
      ${JSON.stringify(theirs)}::jsonb, clock_timestamp(), ${lawful}
    where ${source === "reconcile" || !lawful}`;
}
