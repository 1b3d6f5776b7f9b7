import { type SQL, sql } from "drizzle-orm";
import type { AuditEvent, SecondDeviceRefused } from "~/domain/audit/audit-event";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { MOST_WRONG_NUMBERS, OFFER_SECONDS } from "~/domain/second-device/code";
import type { ClientId, ConsentId, VisitId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { SecondDevice, SecondDeviceDesk } from "~/ports/second-device-desk";
import type { Database } from "../client.server";
import { type About, audited, BY_SYSTEM, byCustomer, type WrittenActor } from "./audit-event";
import { createExecute } from "./execute";
import type { Seal } from "./seal";

interface Needs {
  readonly tenant: string;
  readonly seal: Seal;
  readonly vault: CustomerVault;
}

interface Row extends Record<string, unknown> {
  readonly visit_id: VisitId;
  readonly customer_ref: string;
  readonly number: string;
  readonly state: SecondDevice["state"];
  readonly sealed_visit: string | null;
  readonly expires_at: string;
}

interface VisitRow extends Record<string, unknown> {
  readonly id: VisitId;
  readonly consent_id: ConsentId;
  readonly client_id: ClientId;
  readonly kind: ConsentKind;
  readonly correlation_id: string;
}

/** As much of a visit as its events say. */
type AboutVisit = Pick<Visit, "id" | "consentId" | "clientId" | "kind" | "correlationId">;

const IN_TIME = sql`expires_at > clock_timestamp()`;
/** Of one second_device named by `visit_id`: an answer ends it wherever it was given. */
const UNANSWERED = sql`not exists (
  select from assent.consent_decision as decision where decision.visit_id = second_device.visit_id)`;
const COLUMNS = sql`visit_id, customer_ref, number, sealed_visit, expires_at,
  case when state in ('offered', 'joined') and expires_at <= clock_timestamp() then 'late' else state end as state`;

/** Second devices in PostgreSQL: every change is one statement that also writes its audit event. */
export function createSecondDeviceDesk(db: Database, { tenant, seal, vault }: Needs): SecondDeviceDesk {
  const execute = createExecute(db);
  const about = ({ consentId, clientId, kind, correlationId }: AboutVisit): About => ({
    tenant,
    consentId,
    clientId,
    kind,
    correlationId,
  });
  const visitIn = async (sealed: string) => JSON.parse(await seal.open(sealed)) as Visit;

  /** Changes one row with its event, and answers it. */
  const change = async (
    visit: AboutVisit,
    assignments: SQL,
    condition: SQL,
    event: AuditEvent,
    actor: WrittenActor,
  ) => {
    const [changed] = await execute<Row & { wrong_numbers: number }>(sql`
      with changed as (
        update assent.second_device set ${assignments} where visit_id = ${visit.id} and ${condition}
        returning ${COLUMNS}, wrong_numbers
      ), ${audited(about(visit), actor, event, sql`changed`)}
      select * from changed`);
    return changed;
  };

  const find = async (condition: SQL) => {
    const [row] = await execute<Row>(sql`select ${COLUMNS} from assent.second_device where ${condition}`);
    return row;
  };

  /** Nothing changes; that it was tried is on record. */
  const refused = async <Because extends SecondDeviceRefused>(visit: Visit, because: Because) => {
    const event: AuditEvent = { type: "second-device-refused", detail: { visitId: visit.id, because } };
    await change(visit, sql`state = state`, sql`true`, event, BY_SYSTEM);
    return { refused: because };
  };

  const end = (visit: AboutVisit, cipher: CustomerCipher, condition: SQL) =>
    change(
      visit,
      sql`state = 'ended', sealed_visit = null`,
      condition,
      { type: "second-device-ended", detail: { visitId: visit.id } },
      byCustomer(cipher),
    );

  return {
    async offer(visit, { codeMac, number }) {
      const [cipher, sealed] = await Promise.all([vault.of(visit.customer), seal.seal(JSON.stringify(visit))]);
      const event: AuditEvent = { type: "second-device-offered", detail: { visitId: visit.id } };
      const [offered] = await execute<{ expires_at: string }>(sql`
        with offered as (
          insert into assent.second_device as device (visit_id, customer_ref, code_mac, number, sealed_visit, expires_at)
          select ${visit.id}, ${cipher.ref}::uuid, ${codeMac}, ${number}, ${sealed},
            clock_timestamp() + make_interval(secs => ${OFFER_SECONDS})
          where not exists (select from assent.consent_decision where visit_id = ${visit.id})
          on conflict (visit_id) do update
          set code_mac = excluded.code_mac, number = excluded.number, sealed_visit = excluded.sealed_visit,
            customer_ref = excluded.customer_ref, expires_at = excluded.expires_at, state = 'offered', joined_by = null
          where device.state <> 'locked'
          returning expires_at
        ), ${audited(about(visit), byCustomer(cipher), event, sql`offered`)}
        select expires_at from offered`);
      return offered && new Date(offered.expires_at);
    },

    async standing(visit) {
      const row = await find(sql`visit_id = ${visit}`);
      return row && { state: row.state, number: row.number, expiresAt: new Date(row.expires_at) };
    },

    async join(codeMac, { customer, session }) {
      const row = await find(sql`code_mac = ${codeMac}`);
      if (!row?.sealed_visit) return { refused: row ? "used" : "unknown" };
      const [cipher, visit] = await Promise.all([vault.find(customer), visitIn(row.sealed_visit)]);
      if (!cipher || row.customer_ref !== cipher.ref) return refused(visit, "another-customer");
      const joined = await change(
        visit,
        sql`state = 'joined', joined_by = ${session}`,
        sql`code_mac = ${codeMac} and state = 'offered' and ${IN_TIME} and ${UNANSWERED}`,
        { type: "second-device-joined", detail: { visitId: visit.id } },
        byCustomer(cipher),
      );
      if (joined) return joined.visit_id;
      return refused(visit, row.state === "late" ? "late" : "used");
    },

    async match(visitId, { customer, session }, number) {
      const row = await find(sql`visit_id = ${visitId} and joined_by = ${session} and state = 'joined'`);
      const cipher = row && (await vault.find(customer));
      if (!row?.sealed_visit || row.state !== "joined" || row.customer_ref !== cipher?.ref) return { is: "over" };
      const visit = await visitIn(row.sealed_visit);
      const open = sql`state = 'joined' and joined_by = ${session} and ${IN_TIME} and ${UNANSWERED}`;
      const matched = await change(
        visit,
        sql`state = 'matched', sealed_visit = null`,
        sql`${open} and number = ${number}`,
        { type: "second-device-matched", detail: { visitId } },
        byCustomer(cipher),
      );
      if (matched) return { is: "matched", visit };
      const wrong = await change(
        visit,
        sql`wrong_numbers = wrong_numbers + 1,
          state = case when wrong_numbers + 1 >= ${MOST_WRONG_NUMBERS} then 'locked' else state end,
          sealed_visit = case when wrong_numbers + 1 >= ${MOST_WRONG_NUMBERS} then null else sealed_visit end`,
        sql`${open} and number <> ${number}`,
        { type: "second-device-refused", detail: { visitId, because: "wrong-number" } },
        byCustomer(cipher),
      );
      if (!wrong) return { is: "over" };
      return { is: "wrong", left: Math.max(0, MOST_WRONG_NUMBERS - wrong.wrong_numbers) };
    },

    async holds(visitId, { customer, session }) {
      const row = await find(sql`visit_id = ${visitId} and joined_by = ${session} and state = 'matched'`);
      return row !== undefined && row.customer_ref === (await vault.find(customer))?.ref;
    },

    async takeBack(visit) {
      await end(visit, await vault.of(visit.customer), sql`state in ('offered', 'joined', 'matched')`);
    },

    async putOut({ customer, session }) {
      const letIn = sql`state in ('joined', 'matched') ${session ? sql`and joined_by = ${session}` : sql``}`;
      const visits = await execute<VisitRow>(sql`
        select id, consent_id, client_id, kind, correlation_id from assent.consent_visit
        where customer_id = ${customer} and id in (select visit_id from assent.second_device where ${letIn})`);
      if (visits.length === 0) return;
      // Asked for where it is needed: who has none any more is not to get a new key by logging out.
      const cipher = await vault.of(customer);
      for (const { id, consent_id: consentId, client_id: clientId, kind, correlation_id: correlationId } of visits) {
        await end({ id, consentId, clientId, kind, correlationId }, cipher, letIn);
      }
    },
  };
}
