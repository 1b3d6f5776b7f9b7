import { sql } from "drizzle-orm";
import type { Notice } from "~/domain/notifications/notice";
import { NO_PREFERENCES } from "~/domain/notifications/notice-preferences";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { CustomerNotices } from "~/ports/customer-notices";
import type { Database } from "../client.server";
import { isOver } from "./consent-projection-status";
import { createExecute } from "./execute";
import { type PreferencesRow, preferencesFrom } from "./notice-preferences";

interface NoticeRow extends Record<string, unknown> {
  readonly id: string;
  readonly content: Notice;
  readonly read: boolean;
  readonly consent_id: string | null;
  readonly signing_id: string | null;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** More apps than anybody has connected; no page is longer. */
const MOST_APPS = 200;

/** Notices and preferences in PostgreSQL: the customer is part of every question. */
export function createCustomerNotices(db: Database): CustomerNotices {
  const execute = createExecute(db);
  return {
    async of(customer, { size, after }) {
      if (after !== undefined && !UUID.test(after)) return [];
      const position = after
        ? sql`and notice.id < (
            select id from assent.customer_notice where id = ${after}::uuid and customer_id = ${customer})`
        : sql``;
      const rows = await execute<NoticeRow>(sql`
        select notice.id, notice.content, notice.read, own.consent_id, signing.id as signing_id
        from assent.customer_notice as notice join assent.outbox_event as event on event.id = notice.event_id
        left join assent.consent_projection as own
          on own.consent_id = event.consent_id and own.customer_id = ${customer}
        left join lateral (
          select signing.id from assent.consent_signing as signing
          join assent.consent_signer as signer on signer.signing_id = signing.id
          where signing.consent_id = event.consent_id and signer.customer_id = ${customer} limit 1
        ) as signing on true
        where notice.customer_id = ${customer} ${position} order by notice.id desc limit ${size}`);
      return rows.map(({ id, content, read, consent_id, signing_id }) => ({
        id,
        notice: content,
        read,
        ...(consent_id !== null && { consent: asConsentId(consent_id) }),
        ...(signing_id !== null && { signing: signing_id }),
      }));
    },

    async markRead(customer, upTo) {
      if (!UUID.test(upTo)) return;
      await execute(sql`
        update assent.customer_notice set read = true
        where customer_id = ${customer} and not read and id <= ${upTo}::uuid`);
    },

    async preferencesOf(customer) {
      const [row] = await execute<PreferencesRow & Record<string, unknown>>(sql`
        select off, quiet_from, quiet_until, muted_apps from assent.notice_preference where customer_id = ${customer}`);
      return row ? preferencesFrom(row) : NO_PREFERENCES;
    },

    async keepPreferences(customer, { off, quiet, mutedApps }) {
      await execute(sql`
        insert into assent.notice_preference (customer_id, off, quiet_from, quiet_until, muted_apps)
        values (${customer}, ${sql.param([...off])}::text[], ${quiet?.from ?? null}, ${quiet?.until ?? null},
          ${sql.param([...mutedApps])}::text[])
        on conflict (customer_id) do update set off = excluded.off, quiet_from = excluded.quiet_from,
          quiet_until = excluded.quiet_until, muted_apps = excluded.muted_apps`);
    },

    async appsThatEnd(customer) {
      const rows = await execute<{ client_id: string; client_name: string | null }>(sql`
        select distinct on (client_id) client_id, client_name from assent.consent_projection as consent
        where customer_id = ${customer} and (
            (status in ('authorised', 'suspended') and expires_at is not null and not ${isOver(sql`consent`)})
            or client_id = any (
              select unnest(muted_apps) from assent.notice_preference where customer_id = ${customer}))
        order by client_id, created_at desc limit ${MOST_APPS}`);
      return rows.map(({ client_id, client_name }) => ({
        clientId: asClientId(client_id),
        ...(client_name !== null && { name: client_name }),
      }));
    },
  };
}
