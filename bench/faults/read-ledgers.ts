import type { Database } from "../../sandbox/database.ts";
import { type AuthorityLedger, type ClientLedger, type Finding, judge, type OwnLedger } from "./judge.ts";

interface LedgerRow {
  readonly consentId: string;
  readonly own: OwnLedger;
  readonly authority: AuthorityLedger;
}

/** Reads our database and the authorization server's for these consents, and holds both against the client's. */
export async function judgeAll(sql: Database, clients: readonly ClientLedger[]): Promise<readonly Finding[]> {
  const rows = new Map((await readLedgers(sql, clients)).map((row) => [row.consentId, row]));
  return clients.flatMap((client) => {
    const row = rows.get(client.consentId);
    if (!row) return [{ fault: "lost", consentId: client.consentId, what: "the authorization server forgot it" }];
    return judge(client, row.own, row.authority);
  });
}

function readLedgers(sql: Database, clients: readonly ClientLedger[]): Promise<readonly LedgerRow[]> {
  return sql<LedgerRow[]>`
    select consent.id as "consentId",
      json_build_object(
        'status', projection.status,
        'version', projection.version,
        'decisions', (
          select coalesce(json_agg(json_build_object('state', d.state, 'outcome', d.decision ->> 'outcome')), '[]')
          from assent.consent_decision d join assent.consent_visit v on v.id = d.visit_id
          where v.consent_id = consent.id),
        'factor', (
          select state from assent.factor_request f join assent.consent_visit v on v.id = f.visit_id
          where v.consent_id = consent.id),
        'moves', (
          select coalesce(json_agg(move order by version), '[]')
          from assent.consent_version_projection where consent_id = consent.id),
        'queued', (
          select coalesce(json_agg(version order by version), '[]')
          from assent.outbox_event where consent_id = consent.id),
        'receipts', (select count(*)::int from assent.receipt where consent_id = consent.id),
        'audit', (
          select coalesce(json_object_agg(type, events), '{}')
          from (select type, count(*)::int as events from assent.audit_event
                where consent_id = consent.id group by type) as counted)
      ) as own,
      json_build_object(
        'type', consent.type,
        'status', consent.status,
        'answer', (
          select case decision ->> 'kind' when 'accept' then 'allowed' when 'reject' then 'refused' end
          from handoff where consent_id = consent.id),
        'grants', (select count(*)::int from consent_grant where consent_id = consent.id)
      ) as authority
    from consent left join assent.consent_projection projection on projection.consent_id = consent.id
    where consent.id = any(${clients.map(({ consentId }) => consentId)})`;
}
