import { sql } from "drizzle-orm";
import type { SuspensionScope } from "~/domain/approvals/act";
import type { Decision } from "~/domain/consent/decision";
import type { AnswerGiven, ConsentChanged } from "~/domain/notifications/consent-changed";
import { asClientId, asConsentId, asCustomerId, type CustomerId } from "~/domain/shared/ids";
import type { Outbox } from "~/ports/outbox";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import { type PreferencesRow, preferencesFrom } from "./notice-preferences";

interface ChangeRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly kind: ConsentChanged["kind"];
  readonly customer_id: string | null;
  readonly move: ConsentChanged["move"];
  readonly from_status: ConsentChanged["from"] | null;
  readonly to_status: ConsentChanged["to"];
  readonly actor_type: ConsentChanged["by"];
  readonly reason: ConsentChanged["reason"];
  readonly correlation_id: string;
  readonly occurred_ms: number;
  readonly now_ms: number;
  readonly api_version: string | null;
  readonly event_types: readonly string[] | null;
  readonly decision: Decision | null;
  readonly expires_ms: number | null;
  readonly report_reference: string | null;
  readonly signers: readonly string[];
  readonly ends_ms: number | null;
  readonly held_scope: SuspensionScope | null;
  readonly held_until_ms: number | null;
  readonly preferences: readonly (PreferencesRow & { readonly customer_id: string })[] | null;
}

/** Seconds; longer than signing a batch takes, so that only what a killed worker left is taken by another one. */
const LEASE = 20;

/**
 * Writes changes out to everyone who is to hear of them. Taking a batch is one statement and writing it out another, which
 * is there whole or not at all: nothing is left open on the database in between.
 */
export function createAddress(db: Database): Outbox["address"] {
  const execute = createExecute(db);
  return async (limit, addressing) => {
    const rows = await execute<ChangeRow>(claimed(limit));
    const addressed = rows.map(async (row) => {
      const deliveries = await addressing(changeFrom(row), listenersTo(row), new Date(row.now_ms));
      return deliveries.map(({ notBefore, ...delivery }) => ({ ...delivery, event_id: row.id, not_before: notBefore }));
    });
    const deliveries = (await Promise.all(addressed)).flat();
    if (rows.length > 0) await execute(written(rows, deliveries));
    const ages = rows.map(({ now_ms, occurred_ms }) => (now_ms - occurred_ms) / 1_000);
    return { changes: rows.length, deliveries: deliveries.length, oldestSeconds: Math.max(0, ...ages) };
  };
}

/**
 * Of each consent only its oldest change: were a later one written out first, by another worker, it could also be sent
 * first. The one before it is asked for as a value and not joined: the planner, who after a quiet time takes nothing to be
 * waiting, would answer the join by reading all that waits for each that waits.
 */
const claimed = (limit: number) => sql`
  with oldest as (
    select event.id from assent.outbox_event as event
    where event.addressed_at is null and (event.addressing_until is null or event.addressing_until <= now())
      and (
        select older.addressed_at is null from assent.outbox_event as older
        where older.consent_id = event.consent_id and older.version < event.version
        order by older.version desc limit 1) is not true
    order by event.id
    limit ${limit}
    for update skip locked
  ), event as (
    update assent.outbox_event as event set addressing_until = clock_timestamp() + ${LEASE} * interval '1 second'
    from oldest where event.id = oldest.id
    returning event.*
  )
  select event.id, event.consent_id, event.version, event.client_id, consent.client_name, event.kind,
    event.customer_id, event.move, event.from_status, event.to_status, event.actor_type, event.reason,
    event.correlation_id, (extract(epoch from event.occurred_at) * 1000)::float8 as occurred_ms,
    (extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms, subscription.api_version, subscription.event_types,
    answer.decision, (extract(epoch from consent.expires_at) * 1000)::float8 as expires_ms,
    opened.reference as report_reference, (extract(epoch from reminder.ends_at) * 1000)::float8 as ends_ms,
    held.scope as held_scope, (extract(epoch from held.until_at) * 1000)::float8 as held_until_ms,
    case when event.move = 'authorise-partly' then array(
      select signer.customer_id from assent.consent_signing as signing
      join assent.consent_signer as signer on signer.signing_id = signing.id
      where signing.consent_id = event.consent_id and signing.state = 'awaiting' and signer.state = 'asked'
        -- Who was asked by an earlier signature has been told; those of this one stand beside it.
        and signer.at > event.occurred_at - interval '1 second'
    ) else '{}' end as signers, (
      select jsonb_agg(to_jsonb(preference)) from assent.notice_preference as preference
      where preference.customer_id = event.customer_id or preference.customer_id in (
        select signer.customer_id from assent.consent_signing as signing
        join assent.consent_signer as signer on signer.signing_id = signing.id
        where signing.consent_id = event.consent_id and event.move = 'authorise-partly')) as preferences
  from event
  left join assent.consent_projection as consent on consent.consent_id = event.consent_id
  left join assent.event_subscription as subscription on subscription.client_id = event.client_id
  left join assent.consent_reminder as reminder on reminder.event_id = event.id
  left join assent.tpp_suspension as held on held.id = split_part(event.occasion, ':', 1)::uuid
  left join assent.consent_decision as answer on answer.id = event.decision_id
  left join assent.customer_case as opened on opened.visit_id = answer.visit_id`;

const written = (rows: readonly ChangeRow[], deliveries: readonly object[]) => sql`
  with addressed as (
    update assent.outbox_event as event set addressed_at = clock_timestamp()
    where event.id = any(${sql.param(rows.map(({ id }) => id))}::uuid[]) and event.addressed_at is null
    returning event.id, event.consent_id, event.version, event.customer_id, event.occurred_at
  ), delivery as (
    select given.*, addressed.consent_id, addressed.version, addressed.occurred_at, given.channel = 'in-app' as there
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
      as given (id uuid, event_id uuid, channel text, recipient text, body text, not_before timestamptz)
    join addressed on addressed.id = given.event_id
    -- Whoever was erased since the batch was taken is told nothing, and stands nowhere again.
    where given.channel not in ('in-app', 'e-mail') or given.recipient = addressed.customer_id
      or exists (
        select from assent.consent_signing as signing
        join assent.consent_signer as signer on signer.signing_id = signing.id
        where signing.consent_id = addressed.consent_id and signer.customer_id = given.recipient)
  ), noticed as (
    insert into assent.customer_notice (id, customer_id, event_id, at, content)
    select id, recipient, event_id, occurred_at, body::jsonb from delivery where there
  )
  insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body, state, ended_at,
    queued_at, next_attempt_at)
  select id, event_id, channel, recipient, consent_id, version, body,
    case when there then 'delivered' else 'queued' end, case when there then clock_timestamp() end,
    coalesce(not_before, now()), coalesce(not_before, now())
  from delivery`;

const listenersTo = ({ api_version, event_types, preferences }: ChangeRow) => ({
  ...(api_version !== null && {
    subscription: { apiVersion: api_version, ...(event_types && { eventTypes: event_types }) },
  }),
  preferences: new Map<CustomerId, ReturnType<typeof preferencesFrom>>(
    (preferences ?? []).map((row) => [asCustomerId(row.customer_id), preferencesFrom(row)]),
  ),
});

const changeFrom = (row: ChangeRow): ConsentChanged => ({
  id: row.id,
  consentId: asConsentId(row.consent_id),
  version: row.version,
  clientId: asClientId(row.client_id),
  clientName: row.client_name ?? undefined,
  kind: row.kind,
  customer: row.customer_id === null ? undefined : asCustomerId(row.customer_id),
  move: row.move,
  from: row.from_status ?? undefined,
  to: row.to_status,
  by: row.actor_type,
  reason: row.reason,
  correlationId: row.correlation_id,
  occurredAt: new Date(row.occurred_ms),
  ...(row.signers.length > 0 && { signers: row.signers.map(asCustomerId) }),
  ...(row.ends_ms !== null && { endsAt: new Date(row.ends_ms) }),
  ...(row.held_scope !== null && {
    held: {
      paymentsAlone: row.held_scope === "payments",
      ...(row.held_until_ms !== null && { until: new Date(row.held_until_ms) }),
    },
  }),
  ...(row.decision && { answer: answerFrom(row.decision, row) }),
});

function answerFrom(decision: Decision, { expires_ms, report_reference }: ChangeRow): AnswerGiven {
  if (decision.outcome === "refused") return report_reference === null ? {} : { reportReference: report_reference };
  const { accountIds, amount } = decision;
  return {
    accounts: accountIds.length,
    ...(expires_ms !== null && { until: new Date(expires_ms) }),
    ...(amount && { amount }),
  };
}
