import { type SQL, sql } from "drizzle-orm";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { SignaturesTold } from "~/ports/bank";
import type { SigningUpkeep, UnendedConsent } from "~/ports/signing-desk";
import { BY_SYSTEM } from "./audit-event";
import { consentMoved } from "./consent-move";
import type { createExecute } from "./execute";

type Execute = ReturnType<typeof createExecute>;

interface OverRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly client_id: string;
  readonly kind: ConsentKind;
  readonly correlation_id: string;
}

interface UntoldRow extends OverRow {
  readonly version: number;
  readonly required: number;
  readonly received: number;
  readonly state: SignaturesTold["state"];
  readonly due: string;
  readonly changed: string;
}

/** What goes on with signatures without a request: what ends by time, and who is told. */
export const signingUpkeep = (execute: Execute, tenant: string, isOver: (signing: SQL) => SQL): SigningUpkeep => ({
  async endOverdue(limit) {
    const over = await execute<OverRow>(sql`
      select id, consent_id, client_id, kind, correlation_id from assent.consent_signing as signing
      where state = 'awaiting' and ${isOver(sql`signing`)} order by due_at limit ${limit}`);
    for (const { id, consent_id, client_id, kind, correlation_id } of over) {
      const move = consentMoved(
        {
          tenant,
          consentId: asConsentId(consent_id),
          clientId: asClientId(client_id),
          kind,
          correlationId: correlation_id,
          move: "fail",
          to: "rejected",
          reason: "timed-out",
          actor: BY_SYSTEM,
          source: "assent",
        },
        sql`signing`,
      );
      // What ended otherwise is in no state that this move leads from, and stays as it is.
      await execute(sql`
        with signing as (
          update assent.consent_signing as signing
          set state = 'rejected', because = case when due_at <= clock_timestamp() then 'timed-out' else 'ended' end,
            version = version + 1, changed_at = clock_timestamp()
          where id = ${id}::uuid and state = 'awaiting' and ${isOver(sql`signing`)}
          returning id
        ), ${move}
        select id from signing`);
    }
    return over.length;
  },

  async claimUntold(limit) {
    const rows = await execute<UntoldRow>(sql`
      with waiting as (
        select id from assent.consent_signing
        where told_version < version and (telling_until is null or telling_until < clock_timestamp())
        order by changed_at limit ${limit} for update skip locked
      )
      update assent.consent_signing as signing set telling_until = clock_timestamp() + interval '15 seconds'
      from waiting where signing.id = waiting.id
      returning signing.id, consent_id, client_id, kind, correlation_id, version, required, state,
        (select count(*) from assent.consent_signer as signer
          where signer.signing_id = signing.id and signer.state = 'signed')::int as received,
        to_char(due_at at time zone 'UTC', ${ISO}) as due, to_char(changed_at at time zone 'UTC', ${ISO}) as changed`);
    return rows.map(({ id, consent_id, correlation_id, version, required, received, state, due, changed }) => ({
      id,
      consentId: asConsentId(consent_id),
      correlationId: correlation_id,
      version,
      told: { required, received, state, dueAt: due, lastAt: changed },
    }));
  },

  async told({ id, version }) {
    await execute(sql`
      update assent.consent_signing set told_version = greatest(told_version, ${version}), telling_until = null
      where id = ${id}::uuid`);
  },

  async claimUnended(limit) {
    const rows = await execute<OverRow & { because: UnendedConsent["because"] }>(sql`
      with waiting as (
        select id from assent.consent_signing
        where state = 'rejected' and authority_ended_at is null
          and (telling_until is null or telling_until < clock_timestamp())
        order by changed_at limit ${limit} for update skip locked
      )
      update assent.consent_signing as signing set telling_until = clock_timestamp() + interval '15 seconds'
      from waiting where signing.id = waiting.id
      returning signing.id, consent_id, client_id, kind, correlation_id, because`);
    return rows.map(({ id, consent_id, correlation_id, because }) => ({
      id,
      consentId: asConsentId(consent_id),
      correlationId: correlation_id,
      because,
    }));
  },

  async claimHeldBack(limit) {
    const rows = await execute<OverRow>(sql`
      with waiting as (
        select id from assent.consent_signing
        where state = 'complete' and kind in ('account-access', 'funds-confirmation') and released_at is null
          and (telling_until is null or telling_until < clock_timestamp())
        order by changed_at limit ${limit} for update skip locked
      )
      update assent.consent_signing as signing set telling_until = clock_timestamp() + interval '15 seconds'
      from waiting where signing.id = waiting.id
      returning signing.id, consent_id, client_id, kind, correlation_id`);
    return rows.map(({ id, consent_id, correlation_id }) => ({
      id,
      consentId: asConsentId(consent_id),
      correlationId: correlation_id,
    }));
  },

  async released({ id }) {
    await execute(sql`
      update assent.consent_signing set released_at = clock_timestamp(), telling_until = null
      where id = ${id}::uuid`);
  },

  async claimUnreplaced(limit) {
    const rows = await execute<OverRow & { replaces: string }>(sql`
      with waiting as (
        select id from assent.consent_signing
        where state = 'complete' and replaces is not null and replaced_at is null
          and (telling_until is null or telling_until < clock_timestamp())
        order by changed_at limit ${limit} for update skip locked
      )
      update assent.consent_signing as signing set telling_until = clock_timestamp() + interval '15 seconds'
      from waiting where signing.id = waiting.id
      returning signing.id, consent_id, client_id, kind, correlation_id, replaces`);
    return rows.map(({ id, consent_id, correlation_id, replaces }) => ({
      id,
      consentId: asConsentId(consent_id),
      correlationId: correlation_id,
      replaces: asConsentId(replaces),
    }));
  },

  async replaced({ id }) {
    await execute(sql`
      update assent.consent_signing set replaced_at = clock_timestamp(), telling_until = null
      where id = ${id}::uuid`);
  },

  async ended({ id }) {
    await execute(sql`
      update assent.consent_signing set authority_ended_at = clock_timestamp(), telling_until = null
      where id = ${id}::uuid`);
  },
});

const ISO = `YYYY-MM-DD"T"HH24:MI:SS.US"Z"`;
