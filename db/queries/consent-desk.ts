import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { ClosedBecause } from "~/domain/consent/closed-because";
import { type Decision, isEnd } from "~/domain/consent/decision";
import { asDecisionId, type VisitId } from "~/domain/shared/ids";
import { SIGNATURE_DAYS } from "~/domain/signers/signature-days";
import {
  type ConsentDesk,
  DeskUnavailable,
  type RecordedDecision,
  type Visit,
  type VisitRecord,
} from "~/ports/consent-desk";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { type About, audited, BY_SYSTEM, byCustomer } from "./audit-event";
import { DRAFT_COLUMNS, type DraftRow, draftKept, readDraft } from "./consent-draft";
import { consentImported } from "./consent-import";
import { consentMoved } from "./consent-move";
import { decisionIntended, type Intended } from "./decision-intended";
import { createExecute } from "./execute";
import { receiptDue } from "./receipt-due";
import type { Seal } from "./seal";
import { type PageSeenRow, pageAsSeen, readPageSeen, shownPageKept } from "./shown-page";
import { signingOpened, WITHOUT_ASKED } from "./signing-opened";

interface Needs {
  readonly tenant: string;
  readonly seal: Seal;
  readonly vault: CustomerVault;
  /** For which those are waited for who sign after the first. */
  readonly signatureDays?: number;
}

interface DecisionRow extends Record<string, unknown> {
  readonly id: string;
  readonly decision: Decision;
  readonly state: RecordedDecision["state"];
  readonly sealed_next_hop: string | null;
  readonly closed_because: ClosedBecause | null;
}

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null };

const COLUMNS = sql`id, decision, state, sealed_next_hop, closed_because`;

/**
 * The consent desk in PostgreSQL. Every change is one statement that also writes its audit event, so that neither can
 * be there without the other and a decision costs one round trip.
 */
export function createConsentDesk(
  db: Database,
  { tenant, seal: { seal, open }, vault, signatureDays = SIGNATURE_DAYS }: Needs,
): ConsentDesk {
  const execute = createExecute(db);
  const about = ({ consentId, clientId, kind, correlationId }: VisitRecord): About => ({
    tenant,
    consentId,
    clientId,
    kind,
    correlationId,
  });

  const read = async (row: DecisionRow): Promise<RecordedDecision> => ({
    id: asDecisionId(row.id),
    decision: row.decision,
    state: row.state,
    ...(row.sealed_next_hop && { nextHop: { to: new URL(await open(row.sealed_next_hop)) } }),
    ...(row.closed_because && { closedBecause: row.closed_because }),
  });

  const find = async (visit: VisitId): Promise<RecordedDecision | undefined> => {
    const [row] = await execute<DecisionRow>(
      sql`select ${COLUMNS} from assent.consent_decision where visit_id = ${visit}`,
    );
    return row && read(row);
  };

  const findAgain = async (visit: VisitId): Promise<RecordedDecision> => {
    const found = await find(visit);
    if (!found) throw new Error("a decision was neither written nor found");
    return found;
  };

  /** Changes one row, and says whether it was there to be changed. */
  const change = async ({ id }: RecordedDecision, assignments: SQL, condition: SQL): Promise<boolean> => {
    const changed = await execute(
      sql`update assent.consent_decision set ${assignments} where id = ${id} and ${condition} returning id`,
    );
    return changed.length === 1;
  };

  /** Only an intended decision can end, so that two who settle it at once leave one row and one event. */
  const end = async (visit: Visit, recorded: RecordedDecision, assignments: SQL, event: AuditEvent, also: SQL) => {
    const [row] = await execute<DecisionRow>(sql`
      with ended as (
        update assent.consent_decision
        set ${assignments}, ended_at = clock_timestamp(), sealed_visit = null
        where id = ${recorded.id} and state = 'intended'
        returning ${COLUMNS}
      ), ${audited(about(visit), BY_SYSTEM, event, sql`ended`)} ${also}
      select * from ended`);
    return row ? read(row) : findAgain(visit.id);
  };

  // Keeps when it was tried, so that one which never succeeds holds up no other.
  const giveBack = async (recorded: RecordedDecision): Promise<void> => {
    await change(recorded, sql`sending_until = clock_timestamp()`, sql`state = 'intended'`);
  };

  const visitOf = async (recorded: RecordedDecision, sealed: string): Promise<Visit> => {
    const opened = await open(sealed).catch(() => undefined);
    if (opened !== undefined) return JSON.parse(opened) as Visit;
    await giveBack(recorded);
    throw new DeskUnavailable("a visit was sealed with a key of SESSION_KEYS that is not there any more");
  };

  const intended = async (visit: Visit, the: Pick<Intended, "decision" | "seen" | "opening" | "met">) => {
    const [cipher, sealedVisit] = await Promise.all([vault.of(visit.customer), seal(JSON.stringify(visit))]);
    const id = asDecisionId(uuidv7());
    const statement = decisionIntended({ id, visit, about: about(visit), cipher, sealedVisit, ...the }, COLUMNS);
    const [first] = await execute<DecisionRow>(statement);
    return first && read(first);
  };

  return {
    async openVisit(visit, expiresAt) {
      const cipher = await vault.of(visit.customer);
      const event: AuditEvent = { type: "request-opened", detail: { visitId: visit.id } };
      const opened = await execute(sql`
        with opened as (
          insert into assent.consent_visit (id, consent_id, client_id, kind, customer_id, correlation_id)
          values (${visit.id}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${visit.customer},
                  ${visit.correlationId})
          on conflict (id) do nothing
          returning id
        ), ${audited(about(visit), byCustomer(cipher), event, sql`opened`)},
        ${consentImported({ tenant, visit, expiresAt }, sql`opened`)}
        select id from opened`);
      return opened.length === 1;
    },

    decisionOf: find,

    async standing(visit) {
      const [row] = await execute<Nullable<DecisionRow> & DraftRow>(sql`
        select ${COLUMNS}, ${DRAFT_COLUMNS}
        from (select ${visit.id}::text as visit_id) as asked
        left join assent.consent_decision as decision using (visit_id)
        left join assent.consent_draft as draft using (visit_id)`);
      if (row?.id) return { recorded: await read(row as DecisionRow) };
      const cipher = row?.draft_ref && (await vault.find(visit.customer));
      const draft = row && cipher && readDraft(row, cipher);
      return draft ? { draft } : {};
    },

    async keepDraft(visit, draft, seen) {
      const cipher = await vault.of(visit.customer);
      await execute(draftKept(visit, draft, seen, cipher));
    },

    async keepShown(visit, page, risk) {
      const cipher = await vault.of(visit.customer);
      const kept = shownPageKept(visit, page, cipher);
      if (!risk) return void (await execute(kept));
      const event: AuditEvent = { type: "moment-shown", detail: { shownHash: page.shownHash, risk } };
      await execute(sql`
        with kept as (${kept} returning shown_hash), ${audited(about(visit), BY_SYSTEM, event, sql`kept`)}
        select shown_hash from kept`);
    },

    async pageShown(visit, shownHash) {
      const [row] = await execute<PageSeenRow>(pageAsSeen(visit.id, shownHash));
      const cipher = row && (await vault.find(visit.customer));
      return cipher && readPageSeen(row, cipher);
    },

    async otherLogInAsked(visit) {
      const cipher = await vault.of(visit.customer);
      const event: AuditEvent = { type: "other-log-in-asked", detail: { visitId: visit.id } };
      await execute(sql`
        with asked as (select 1), ${audited(about(visit), byCustomer(cipher), event, sql`asked`)} select from asked`);
    },

    async intend(visit, decision, seen = "", opening) {
      return (await intended(visit, { decision, seen, opening })) ?? findAgain(visit.id);
    },

    async intendConfirmed(visit, decision, seen, met) {
      return (await intended(visit, { decision, seen, met })) ?? find(visit.id);
    },

    // Longer than a call to the authorization server may take; by the database's clock, whatever ours says.
    takeToSend: (recorded) =>
      change(
        recorded,
        sql`sending_until = clock_timestamp() + interval '10 seconds'`,
        sql`state = 'intended' and (sending_until is null or sending_until < clock_timestamp())`,
      ),

    async unfinished(limit) {
      const rows = await execute<DecisionRow & { sealed_visit: string; waiting: number }>(sql`
        select ${COLUMNS}, sealed_visit, extract(epoch from clock_timestamp() - intended_at)::int as waiting from assent.consent_decision
        where state = 'intended' and intended_at < clock_timestamp() - interval '15 seconds'
          and (sending_until is null or sending_until < clock_timestamp())
        order by coalesce(sending_until, intended_at) limit ${limit}`);
      return Promise.all(
        rows.map(async (row) => {
          const recorded = await read(row);
          return { recorded, visit: () => visitOf(recorded, row.sealed_visit), waitingSeconds: row.waiting };
        }),
      );
    },

    giveBack,

    async settle(visit, recorded, nextHop) {
      const [cipher, sealed] = await Promise.all([vault.of(visit.customer), nextHop ? seal(nextHop.to.href) : null]);
      const event: AuditEvent = { type: "decision-settled", detail: { decisionId: recorded.id } };
      const outcome = moveOf(visit, recorded.decision);
      const move =
        outcome &&
        consentMoved(
          {
            ...about(visit),
            ...outcome,
            // Whoever told us of the consent first may not have known whose it is to be.
            set: { ...outcome.set, customerId: visit.customer },
            consentId: visit.consentId,
            clientId: visit.clientId,
            kind: visit.kind,
            actor: outcome.move === "fail" ? BY_SYSTEM : byCustomer(cipher),
            source: "assent",
            decisionId: recorded.id,
          },
          sql`ended`,
        );
      return end(
        visit,
        recorded,
        sql`state = 'settled', sealed_next_hop = ${sealed}, ${WITHOUT_ASKED}`,
        event,
        sql`${move ? sql`, ${move}` : sql``}, ${receiptDue(visit, recorded, cipher, sql`ended`)}
          ${signingOpened(visit, recorded, signatureDays, sql`ended`)}`,
      );
    },

    close: (visit, recorded, because) =>
      end(
        visit,
        recorded,
        sql`state = 'closed', closed_because = ${because}`,
        { type: "decision-not-accepted", detail: { decisionId: recorded.id, because } },
        sql``,
      ),

    follow: (recorded) =>
      change(recorded, sql`followed_at = clock_timestamp()`, sql`sealed_next_hop is not null and followed_at is null`),

    async renewNextHop(recorded, nextHop) {
      const sealed = await seal(nextHop.to.href);
      await change(recorded, sql`sealed_next_hop = ${sealed}, followed_at = null`, sql`state = 'settled'`);
    },

    async forgetNextHop(recorded) {
      await change(recorded, sql`sealed_next_hop = null`, sql`state = 'settled'`);
    },
  };
}

/** The move that an answer is: T3, T6, or T7 where nobody said no; asked again T8 or T17, and a no is none. */
function moveOf({ mode }: Visit, decision: Decision) {
  if (decision.outcome === "allowed") {
    const set = { accountIds: decision.accountIds };
    if (decision.awaits) {
      return { move: "authorise-partly", to: "partially-authorised", reason: "signer-approved", set } as const;
    }
    const to = "authorised";
    if (mode?.is !== "again") return { move: "authorise", to, reason: "customer-approved", set } as const;
    return mode.wasStopped
      ? ({ move: "reconnect", to, reason: "reauthorised-after-stop", set } as const)
      : ({ move: "renew", to, reason: decision.differs ?? "reauthorised", set } as const);
  }
  if (mode?.is === "again") return undefined;
  const { reason } = decision;
  const move = isEnd(reason) ? "fail" : "decline";
  return { move, to: "rejected", reason } as const;
}
