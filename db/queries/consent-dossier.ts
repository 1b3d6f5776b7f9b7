import { sql } from "drizzle-orm";
import { asCustomerId, asCustomerRef, type ConsentId } from "~/domain/shared/ids";
import type { CaseOnRecord, ConsentDossier, DeliveryOnRecord, SigningOnRecord } from "~/ports/consent-dossier";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { type ChangeRow, COLUMNS, readChange } from "./consent-change-row";
import { createExecute } from "./execute";
import { at, ms } from "./registered-consent-row";

/** A page of each; who wants all of them looks at the record of evidence. */
const NEWEST = 50;

interface NoteRow extends Record<string, unknown> {
  readonly change_id: string;
  readonly customer_ref: string;
  readonly personal: string;
}

interface DeliveryRow extends Record<string, unknown> {
  readonly channel: DeliveryOnRecord["channel"];
  readonly version: number;
  readonly move: string;
  readonly state: DeliveryOnRecord["state"];
  readonly attempts: number;
  readonly queued: string;
  readonly ended: string | null;
  readonly problem: string | null;
}

interface CaseRow extends Record<string, unknown> {
  readonly kind: CaseOnRecord["kind"];
  readonly reference: string;
  readonly state: CaseOnRecord["state"];
  readonly opened: string;
}

interface SignerRow extends Record<string, unknown> {
  readonly state: SigningOnRecord["state"];
  readonly because: SigningOnRecord["because"] | null;
  readonly required: number;
  readonly due: string;
  readonly customer_id: string;
  readonly signer_state: SigningOnRecord["signers"][number]["state"];
  readonly signer_at: string;
}

/** The dossier of a consent in PostgreSQL: each question by an index of the consent. */
export function createConsentDossier(db: Database, vault: Pick<CustomerVault, "byRef">): ConsentDossier {
  const execute = createExecute(db);

  const notesOf = async (id: ConsentId): Promise<ReadonlyMap<string, string>> => {
    const rows = await execute<NoteRow>(sql`
      select detail ->> 'changeId' as change_id, customer_ref, personal from assent.audit_event
      where consent_id = ${id} and type = 'change-intended' and personal is not null order by at desc limit ${NEWEST}`);
    const opened = rows.map(async ({ change_id, customer_ref, personal }) => {
      const kept = (await vault.byRef(asCustomerRef(customer_ref)))?.open(personal);
      return [change_id, noteIn(kept)] as const;
    });
    return new Map((await Promise.all(opened)).flatMap(([change, note]) => (note ? [[change, note]] : [])));
  };

  return {
    async changesOf(id) {
      const [rows, notes] = await Promise.all([
        execute<ChangeRow>(sql`select ${COLUMNS} from assent.consent_change
          where consent_id = ${id} order by intended_at desc limit ${NEWEST}`),
        notesOf(id),
      ]);
      return rows.map((row) => {
        const note = notes.get(row.id);
        return { ...readChange(row), ...(note && { note }) };
      });
    },

    async deliveriesOf(id) {
      const rows = await execute<DeliveryRow>(sql`
        select delivery.channel, delivery.version, event.move, delivery.state, delivery.attempts, delivery.problem,
          ${ms(sql`delivery.queued_at`)} as queued, ${ms(sql`delivery.ended_at`)} as ended
        from assent.outbox_event as event join assent.outbox_delivery as delivery on delivery.event_id = event.id
        where event.consent_id = ${id}
        order by event.version desc, delivery.queued_at desc, delivery.channel limit ${NEWEST}`);
      return rows.map(({ queued, ended, problem, channel, version, move, state, attempts }) => ({
        channel,
        version,
        move,
        state,
        attempts,
        queuedAt: at(queued),
        ...(ended !== null && { endedAt: at(ended) }),
        ...(problem !== null && { problem }),
      }));
    },

    async casesOf(id) {
      const rows = await execute<CaseRow>(sql`
        select kind, reference, state, ${ms(sql`opened_at`)} as opened from assent.customer_case
        where consent_id = ${id} order by opened_at desc limit ${NEWEST}`);
      return rows.map(({ opened, ...row }) => ({ ...row, openedAt: at(opened) }));
    },

    async signingOf(id) {
      const rows = await execute<SignerRow>(sql`
        select case when signing.state = 'awaiting' and signing.due_at <= clock_timestamp() then 'rejected'
            else signing.state end as state,
          case when signing.state = 'awaiting' and signing.due_at <= clock_timestamp() then 'timed-out'
            else signing.because end as because,
          signing.required, ${ms(sql`signing.due_at`)} as due, signer.customer_id, signer.state as signer_state,
          ${ms(sql`signer.at`)} as signer_at
        from assent.consent_signing as signing join assent.consent_signer as signer on signer.signing_id = signing.id
        where signing.consent_id = ${id} order by signer.at, signer.customer_id limit ${NEWEST}`);
      const [first] = rows;
      if (!first) return undefined;
      return {
        state: first.state,
        ...(first.because !== null && first.because !== undefined && { because: first.because }),
        required: first.required,
        dueAt: at(first.due),
        signers: rows.map(({ customer_id, signer_state, signer_at }) => ({
          customer: asCustomerId(customer_id),
          state: signer_state,
          at: at(signer_at),
        })),
      };
    },
  };
}

const noteIn = (kept: unknown): string | undefined =>
  typeof kept === "object" && kept !== null && "note" in kept && typeof kept.note === "string" ? kept.note : undefined;
