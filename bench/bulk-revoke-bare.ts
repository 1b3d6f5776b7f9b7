import postgres from "postgres";
import { APP_ROLE } from "../db/client.server.ts";

/** The least that ends consents and keeps what has to be kept: picture, version, audit and outbox, a statement a batch. */
export function bareRevocation(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { role: APP_ROLE } });
  const batch = (client: string) => sql<{ ended: number }[]>`
    with held as (
      select consent_id from assent.consent_projection where client_id = ${client} and status = 'authorised'
      order by consent_id limit 1000 for update skip locked
    ), moved as (
      update assent.consent_projection as consent
      set status = 'terminated', reason = 'tpp-deauthorised', version = version + 1, changed_at = clock_timestamp()
      from held where consent.consent_id = held.consent_id returning consent.*
    ), versioned as (
      insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status, actor_type,
        actor_ref, reason, source, difference, correlation_id)
      select consent_id, version, changed_at, 'terminate', 'authorised', 'terminated', 'staff', 'bench', reason, 'assent',
        '{"status": ["authorised", "terminated"]}', 'bench' from moved
    ), audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
        correlation_id, detail)
      select gen_random_uuid(), 'default', clock_timestamp(), 'consent-moved', consent_id, client_id, kind, 'staff',
        'bench', 'bench', '{"move": "terminate"}' from moved
    ), queued as (
      insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
        to_status, actor_type, reason, correlation_id, occurred_at)
      select gen_random_uuid(), consent_id, version, client_id, kind, customer_id, 'terminate', 'authorised',
        'terminated', 'staff', reason, 'bench', changed_at from moved
    )
    select count(*)::int as ended from moved`;
  return {
    async end(client: string, many: number): Promise<void> {
      for (let ended = 0; ended < many; ) {
        const [row] = await batch(client);
        if (!row?.ended) throw new Error(`${ended} of ${many} were ended`);
        ended += row.ended;
      }
    },
    close: () => sql.end(),
  };
}
