import { type SQL, sql } from "drizzle-orm";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId, asCustomerId, asDecisionId, asVisitId } from "~/domain/shared/ids";
import type { VisitRecord } from "~/ports/consent-desk";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { SignerState, Signing, SigningDesk, SigningState } from "~/ports/signing-desk";
import type { WaitingSignature, WaitingSignatures } from "~/ports/waiting-signatures";
import type { Database } from "../client.server";
import { audited, byCustomer } from "./audit-event";
import { consentMoved } from "./consent-move";
import { createExecute } from "./execute";
import { factorMet } from "./factor-met";
import { createEvidence } from "./shown-page";
import { signatureGiven } from "./signature-given";
import { BECAUSE, isOver, STANDS, WAITS } from "./signing-stands";
import { signingUpkeep } from "./signing-upkeep";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

interface SigningRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly kind: ConsentKind;
  readonly account_ids: readonly string[];
  readonly decision_id: string;
  readonly correlation_id: string;
  readonly state: SigningState;
  readonly because: Signing["because"] | null;
  readonly required: number;
  readonly version: number;
  /** Milliseconds since 1970, as is `changed`. */
  readonly due: string;
  readonly changed: string;
  readonly signers: readonly { readonly customer: string; readonly state: SignerState; readonly at: number }[];
}

/** The signatures in PostgreSQL. Each change is one statement, with the move of the consent that it makes. */
export function createSigningDesk(db: Database, { tenant, vault }: Needs): SigningDesk & WaitingSignatures {
  const execute = createExecute(db);
  const evidence = createEvidence(db, vault);

  /**
   * The consent is locked with it: one that ends at the same moment is looked at again once it has.
   *
   * @param change parts that follow `signing`, the row that was moved on.
   * @param met the part `met` that it takes too, made where its row is there to be moved on and locked.
   */
  const moveOn = async (signing: Signing, assignments: SQL, change: SQL, met?: SQL): Promise<boolean> => {
    const rows = await execute(sql`
      with standing as (
        select signing.id
        from assent.consent_signing as signing join assent.consent_projection as consent using (consent_id)
        where signing.id = ${signing.id}::uuid and signing.version = ${signing.version} and signing.state = 'awaiting'
          and signing.due_at > clock_timestamp() and ${WAITS}
        for update
      ), ${met ? sql`${met},` : sql``} signing as (
        update assent.consent_signing as signing
        set ${assignments}, version = version + 1, changed_at = clock_timestamp()
        from standing ${met ? sql`, met` : sql``} where signing.id = standing.id
        returning signing.*
      ) ${change}
      select id from signing`);
    return rows.length === 1;
  };

  const about = ({ consentId, clientId, kind, correlationId }: VisitRecord | Signing) => ({
    tenant,
    consentId,
    clientId,
    kind,
    correlationId,
  });

  const facts = (signing: Signing, cipher: CustomerCipher) => ({
    ...about(signing),
    actor: byCustomer(cipher),
    source: "assent" as const,
    decisionId: asDecisionId(signing.decisionId),
  });

  const said = (customer: string, state: SignerState) => sql`, said as (
    insert into assent.consent_signer as signer (signing_id, customer_id, state, at)
    select id, ${customer}, ${state}, clock_timestamp() from signing
    on conflict (signing_id, customer_id) do update set state = excluded.state, at = excluded.at)`;

  return {
    async find(id, customer) {
      if (!UUID.test(id)) return undefined;
      const [row] = await execute<SigningRow>(sql`
        select signing.id, signing.consent_id, signing.client_id, signing.client_name, signing.kind,
          coalesce(decision.decision #> '{awaits,accountIds}', decision.decision -> 'accountIds') as account_ids,
          signing.decision_id, signing.correlation_id,
          ${STANDS} as state, ${BECAUSE} as because,
          signing.required, signing.version, extract(epoch from signing.due_at) * 1000 as due,
          extract(epoch from signing.changed_at) * 1000 as changed,
          (select json_agg(json_build_object('customer', customer_id, 'state', signer.state,
              'at', extract(epoch from at) * 1000) order by at, customer_id)
            from assent.consent_signer as signer where signer.signing_id = signing.id) as signers
        from assent.consent_signing as signing
        join assent.consent_decision as decision on decision.id = signing.decision_id
        where signing.id = ${id}::uuid and exists (
          select from assent.consent_signer as signer
          where signer.signing_id = signing.id and signer.customer_id = ${customer})`);
      return row && read(row);
    },

    pageOf: ({ decisionId }) => evidence.ofDecision(asDecisionId(decisionId)),

    async pageAnswered(signingId, customer) {
      const [row] = await execute<{ visit: string; seen: string }>(sql`
        select signature.visit_id as visit, signature.shown_hash as seen
        from assent.consent_signature as signature join assent.consent_visit as visit on visit.id = signature.visit_id
        where signature.signing_id = ${signingId}::uuid and visit.customer_id = ${customer}
          and signature.shown_hash is not null
        order by signature.id desc limit 1`);
      return row && evidence.ofVisit(asVisitId(row.visit), row.seen);
    },

    async openVisit(visit) {
      const cipher = await vault.of(visit.customer);
      const event: AuditEvent = { type: "request-opened", detail: { visitId: visit.id } };
      await execute(sql`
        with opened as (
          insert into assent.consent_visit (id, consent_id, client_id, kind, customer_id, correlation_id, signing_id)
          values (${visit.id}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${visit.customer},
                  ${visit.correlationId}, ${visit.signingId}::uuid)
          on conflict (id) do nothing
          returning id
        ), ${audited(about(visit), byCustomer(cipher), event, sql`opened`)}
        select id from opened`);
    },

    async sign(signing, { complete, required, lapsed, asked, ...answered }) {
      const { visit, met } = answered;
      const cipher = await vault.of(visit.customer);
      const move = complete
        ? ({ move: "complete", to: "authorised", reason: "signers-complete" } as const)
        : ({ move: "authorise-partly", to: "partially-authorised", reason: "signer-approved" } as const);
      return moveOn(
        signing,
        sql`state = ${complete ? "complete" : "awaiting"}, required = ${required}`,
        sql`${said(visit.customer, "signed")} ${signatureGiven("signed", answered, about(signing), cipher)}, no_more as (
          update assent.consent_signer as signer set state = 'lapsed', at = clock_timestamp()
          from signing where signer.signing_id = signing.id and signer.state = 'signed'
            and signer.customer_id = any(${sql.param([...lapsed])}::text[])
        ), next as (
          insert into assent.consent_signer as signer (signing_id, customer_id, state, at)
          select signing.id, who, 'asked', clock_timestamp()
          from signing, unnest(${sql.param([...asked])}::text[]) as who
          on conflict do nothing
        ), ${consentMoved({ ...facts(signing, cipher), ...move }, sql`signing`)}`,
        met && factorMet(visit, met.challenge, cipher.ref, sql`standing`),
      );
    },

    async decline(signing, answered) {
      const { customer } = answered.visit;
      const cipher = await vault.of(customer);
      const move = { move: "decline", to: "rejected", reason: "signer-declined" } as const;
      return moveOn(
        signing,
        sql`state = 'rejected', because = 'signer-declined'`,
        sql`${said(customer, "declined")} ${signatureGiven("declined", answered, about(signing), cipher)},
          ${consentMoved({ ...facts(signing, cipher), ...move }, sql`signing`)}`,
      );
    },

    async of(customer) {
      const rows = await execute<SigningRow>(sql`
        select signing.id, signing.kind, signing.client_name, extract(epoch from signing.due_at) * 1000 as due
        from assent.consent_signer as signer join assent.consent_signing as signing on signing.id = signer.signing_id
        where signer.customer_id = ${customer} and signer.state = 'asked' and ${STANDS} = 'awaiting'
        order by signing.due_at, signing.id`);
      return rows.map(
        ({ id, kind, client_name, due }): WaitingSignature => ({
          id,
          kind,
          ...(client_name !== null && { requester: client_name }),
          dueAt: new Date(Number(due)),
        }),
      );
    },

    async awaitedFor(consents, customer) {
      const rows = await execute<{ consent_id: string; asked: string[] }>(sql`
        select signing.consent_id, array_agg(signer.customer_id order by signer.at, signer.customer_id) as asked
        from assent.consent_signing as signing
        join assent.consent_projection as owned on owned.consent_id = signing.consent_id
        join assent.consent_signer as signer on signer.signing_id = signing.id and signer.state = 'asked'
        where signing.consent_id = any(${sql.param([...consents])}::text[]) and owned.customer_id = ${customer}
          and ${STANDS} = 'awaiting'
        group by signing.consent_id`);
      return new Map(rows.map(({ consent_id, asked }) => [asConsentId(consent_id), asked.map(asCustomerId)]));
    },

    async about(consent, customer) {
      const [row] = await execute<{ id: string }>(sql`
        select signing.id from assent.consent_signing as signing
        join assent.consent_signer as signer on signer.signing_id = signing.id
        where signing.consent_id = ${consent} and signer.customer_id = ${customer}`);
      return row?.id;
    },

    ...signingUpkeep(execute, tenant, isOver),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const read = (row: SigningRow): Signing => ({
  id: row.id,
  consentId: asConsentId(row.consent_id),
  clientId: asClientId(row.client_id),
  ...(row.client_name !== null && { clientName: row.client_name }),
  kind: row.kind,
  accountIds: row.account_ids.map(asAccountId),
  decisionId: row.decision_id,
  correlationId: row.correlation_id,
  state: row.state,
  ...(row.because && { because: row.because }),
  required: row.required,
  version: row.version,
  dueAt: new Date(Number(row.due)),
  changedAt: new Date(Number(row.changed)),
  signers: row.signers.map(({ customer, state, at }) => ({
    customer: asCustomerId(customer),
    state,
    at: new Date(at),
  })),
});
