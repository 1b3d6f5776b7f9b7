import { type SQL, sql } from "drizzle-orm";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { CODE_SECONDS, FACTOR_SECONDS, MOST_CODES, MOST_WRONG } from "~/domain/factor/code";
import type { AccountId } from "~/domain/shared/ids";
import type { VisitRecord } from "~/ports/consent-desk";
import type { CustomerVault } from "~/ports/customer-vault";
import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import type { Database } from "../client.server";
import { type About, audited, BY_SYSTEM, byCustomer, writtenAs } from "./audit-event";
import { createExecute } from "./execute";
import { hasTries, isOpenFactor, TRIES_LEFT, triesCounted } from "./factor-met";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

interface Row extends Record<string, unknown> {
  readonly customer_ref: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly shown_hash: string;
  readonly chosen: string;
  readonly state: FactorRequest["state"];
  readonly expires_at: string;
  readonly now: string;
  readonly code_mac: string | null;
  readonly code_reference: string | null;
  readonly code_expires_at: string | null;
  readonly codes_sent: number;
}

/** A signer's log-in outlasts their lock and, where they have to sign anew, what they signed before. */
const IS_SIGNERS = sql`exists (
  select from assent.consent_visit as visit where visit.id = factor.visit_id and visit.signing_id is not null)`;

const inSeconds = (seconds: number): SQL => sql`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Factors in PostgreSQL: what was chosen lies there under its customer's key, of a code nothing but its HMAC. */
export function createFactorDesk(db: Database, { tenant, vault }: Needs): FactorDesk {
  const execute = createExecute(db);
  const about = ({ consentId, clientId, kind, correlationId }: VisitRecord): About => ({
    tenant,
    consentId,
    clientId,
    kind,
    correlationId,
  });

  return {
    async ask(visit, { nonce, challenge, shownHash, accountIds }) {
      const cipher = await vault.of(visit.customer);
      const event: AuditEvent = { type: "factor-asked", detail: { challenge, nonce, shownHash } };
      const asked = await execute(sql`
        with asked as (
          insert into assent.factor_request as factor (visit_id, customer_ref, nonce, challenge, shown_hash, chosen,
            expires_at)
          select ${visit.id}, ${cipher.ref}::uuid, ${nonce}, ${challenge}, ${shownHash}, ${cipher.seal(accountIds)},
            ${inSeconds(FACTOR_SECONDS)}
          where ${hasTries(sql`${cipher.ref}::uuid`)}
          on conflict (visit_id) do update
          set customer_ref = excluded.customer_ref, nonce = excluded.nonce, challenge = excluded.challenge,
            shown_hash = excluded.shown_hash, chosen = excluded.chosen, expires_at = excluded.expires_at,
            code_mac = null, code_reference = null, code_expires_at = null, state = 'open',
            wrong_tries = case factor.state when 'open' then factor.wrong_tries else 0 end
          where factor.state = 'open' or ${IS_SIGNERS}
          returning visit_id
        ), ${audited(about(visit), BY_SYSTEM, event, sql`asked`)}
        select visit_id from asked`);
      return asked.length === 1;
    },

    async of(visit) {
      const [row] = await execute<Row>(sql`
        select customer_ref, nonce, challenge, shown_hash, chosen, expires_at, clock_timestamp() as now, code_mac,
          code_reference, code_expires_at, codes_sent,
          case when state = 'open' and not ${hasTries(sql`factor_request.customer_ref`)} then 'locked'
            when state = 'open' and expires_at <= clock_timestamp() then 'over' else state end as state
        from assent.factor_request where visit_id = ${visit.id}`);
      const cipher = row && (await vault.find(visit.customer));
      if (!row || row.customer_ref !== cipher?.ref) return undefined;
      const { code_mac: mac, code_reference: reference, code_expires_at: until } = row;
      return {
        nonce: row.nonce,
        challenge: row.challenge,
        shownHash: row.shown_hash,
        accountIds: cipher.open(row.chosen) as readonly AccountId[],
        state: row.state,
        expiresAt: new Date(row.expires_at),
        now: new Date(row.now),
        ...(mac !== null &&
          reference !== null &&
          until !== null && { code: { mac, reference, expiresAt: new Date(until) } }),
        codesLeft: Math.max(0, MOST_CODES - row.codes_sent),
      };
    },

    async sendCode(visit, challenge, { mac, reference }) {
      const event: AuditEvent = { type: "factor-code-sent", detail: { challenge } };
      const sent = await execute(sql`
        with sent as (
          update assent.factor_request
          set code_mac = ${mac}, code_reference = ${reference}, codes_sent = codes_sent + 1,
            code_expires_at = least(expires_at, ${inSeconds(CODE_SECONDS)})
          where ${isOpenFactor(visit, challenge)} and codes_sent < ${MOST_CODES}
            and ${hasTries(sql`factor_request.customer_ref`)}
          returning visit_id
        ), ${audited(about(visit), BY_SYSTEM, event, sql`sent`)}
        select visit_id from sent`);
      return sent.length === 1;
    },

    async takeBackCode(visit, challenge) {
      await execute(sql`
        update assent.factor_request
        set code_mac = null, code_reference = null, code_expires_at = null, codes_sent = codes_sent - 1
        where ${isOpenFactor(visit, challenge)} and code_mac is not null`);
    },

    async failed(visit, challenge, by) {
      const cipher = await vault.of(visit.customer);
      const detail = sql`jsonb_build_object('challenge', ${challenge}::text, 'by', ${by}::text,
        'locks', failed.state = 'locked')`;
      const [row] = await execute<{ wrong: number }>(sql`
        with ${triesCounted(cipher.ref)}, failed as (
          update assent.factor_request
          set wrong_tries = wrong_tries + 1,
            state = case when tries.wrong + 1 >= ${MOST_WRONG} then 'locked' else state end,
            code_mac = case when tries.wrong + 1 >= ${MOST_WRONG} then null else code_mac end
          from tries where ${isOpenFactor(visit, challenge)} and ${TRIES_LEFT}
          returning tries.wrong + 1 as wrong, state
        ), audited as (${writtenAs(about(visit), byCustomer(cipher), "factor-failed", detail, sql`failed`)})
        select wrong from failed`);
      return row && { left: MOST_WRONG - row.wrong };
    },
  };
}
