import type { Database } from "../../database.ts";
import type { TppId } from "../order/order.ts";
import type { Notification } from "./notification.ts";

export type StoredNotification = Notification & { readonly acknowledged: boolean };

export interface NotificationStore {
  /** Nothing happens to one that is there already: the bank may bring it more than once. */
  add(notification: Notification): Promise<void>;
  /** Newest first, as many as a page holds. */
  list(tppId: TppId): Promise<readonly StoredNotification[]>;
  /** Newest first; those about these consents, whatever their number. */
  about(consentIds: readonly string[]): Promise<readonly Notification[]>;
  /** Marks what the bank has heard of. */
  acknowledge(tppId: TppId, ids: readonly string[]): Promise<void>;
  /** Ids of fetched ones that the bank has not heard of. */
  waiting(tppId: TppId): Promise<readonly string[]>;
}

/** Longer than a bank tries to deliver. */
const KEPT_FOR = "4 days";
const SHOWN = 50;
/** As many as one message of 64 kB holds with room to spare. */
const ACKNOWLEDGED_AT_ONCE = 500;

export function createNotificationStore(sql: Database): NotificationStore {
  return {
    async add(notification) {
      const { jti, tppId, consentId = null, arrivedBy } = notification;
      const record = sql.json(notification as unknown as Parameters<Database["json"]>[0]);
      await sql`delete from notification where received_at < now() - ${KEPT_FOR}::interval`;
      await sql`insert into notification (jti, tpp, consent_id, record, acknowledged)
        values (${jti}, ${tppId}, ${consentId}, ${record}, ${arrivedBy === "push"}) on conflict (jti) do nothing`;
    },
    async list(tppId) {
      const rows = await sql<{ record: Notification; acknowledged: boolean }[]>`
        select record, acknowledged from notification where tpp = ${tppId}
        order by received_at desc, jti limit ${SHOWN}`;
      return rows.map(({ record, acknowledged }) => ({ ...record, acknowledged }));
    },
    async about(consentIds) {
      if (consentIds.length === 0) return [];
      const rows = await sql<{ record: Notification }[]>`
        select record from notification where consent_id in ${sql(consentIds)} order by received_at desc, jti`;
      return rows.map(({ record }) => record);
    },
    async acknowledge(tppId, ids) {
      if (ids.length > 0) {
        await sql`update notification set acknowledged = true where tpp = ${tppId} and jti in ${sql(ids)}`;
      }
    },
    async waiting(tppId) {
      const rows = await sql<{ jti: string }[]>`
        select jti from notification where tpp = ${tppId} and not acknowledged
        order by received_at limit ${ACKNOWLEDGED_AT_ONCE}`;
      return rows.map(({ jti }) => jti);
    },
  };
}
