import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { TppEventType } from "~/domain/notifications/tpp-events";
import { asSubscriptionId, type ClientId } from "~/domain/shared/ids";
import type { EventSubscription, EventSubscriptions, WantedSubscription } from "~/ports/event-subscriptions";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute } from "./execute";
import { hurried } from "./outbox-hurried";

interface SubscriptionRow extends Record<string, unknown> {
  readonly id: string;
  readonly callback_url: string | null;
  readonly api_version: string;
  readonly event_types: readonly TppEventType[] | null;
}

const COLUMNS = sql`id, callback_url, api_version, event_types`;

/** Subscriptions in PostgreSQL. Each change is one statement that also writes its audit event. */
export function createEventSubscriptions(db: Database, { tenant }: { readonly tenant: string }): EventSubscriptions {
  const execute = createExecute(db);

  /** The address itself stays out of the record of evidence: its path may be a secret of the TPP's. */
  const subscribed = (client: ClientId, { callbackUrl }: WantedSubscription, correlationId: string) =>
    audited(
      { tenant, clientId: client, correlationId },
      { type: "tpp", ref: client },
      { type: "tpp-subscribed", detail: { callbackHost: callbackUrl ? new URL(callbackUrl).host : null } },
      sql`changed`,
    );

  const change = async (changed: SQL, event: SQL) => {
    const [row] = await execute<SubscriptionRow>(sql`with changed as (${changed}), ${event} select * from changed`);
    return row && readSubscription(row);
  };

  return {
    async of(client) {
      const [row] = await execute<SubscriptionRow>(
        sql`select ${COLUMNS} from assent.event_subscription where client_id = ${client}`,
      );
      return row && readSubscription(row);
    },

    add: (client, wanted, correlationId) =>
      change(
        sql`insert into assent.event_subscription (id, client_id, callback_url, api_version, event_types)
          values (${uuidv7()}::uuid, ${client}, ${wanted.callbackUrl ?? null}, ${wanted.apiVersion}, ${typesOf(wanted)})
          on conflict (client_id) do nothing returning ${COLUMNS}`,
        subscribed(client, wanted, correlationId),
      ),

    replace: (client, id, wanted, correlationId) =>
      change(
        sql`update assent.event_subscription set callback_url = ${wanted.callbackUrl ?? null},
            api_version = ${wanted.apiVersion}, event_types = ${typesOf(wanted)}, changed_at = clock_timestamp()
          where client_id = ${client} and id::text = ${id} returning ${COLUMNS}`,
        sql`${subscribed(client, wanted, correlationId)}, ${triedAfresh(client)}`,
      ),

    async remove(client, id, correlationId) {
      const gone = await change(
        sql`delete from assent.event_subscription where client_id = ${client} and id::text = ${id} returning ${COLUMNS}`,
        audited(
          { tenant, clientId: client, correlationId },
          { type: "tpp", ref: client },
          { type: "tpp-unsubscribed", detail: {} },
          sql`changed`,
        ),
      );
      return gone !== undefined;
    },
  };
}

/** The pauses of before were meant for another address. */
const triedAfresh = (client: ClientId): SQL => sql`
  rested as (
    update assent.delivery_endpoint set rested_until = null
    where channel = 'tpp' and name = ${client} and exists (select from changed)
  ), hurried as (
    ${hurried(sql`(select 'tpp' as channel, ${client}::text as name from changed)`)}
  )`;

const typesOf = ({ eventTypes }: WantedSubscription): SQL =>
  eventTypes ? sql`array(select jsonb_array_elements_text(${JSON.stringify(eventTypes)}::jsonb))` : sql`null::text[]`;

function readSubscription({ id, callback_url, api_version, event_types }: SubscriptionRow): EventSubscription {
  return {
    id: asSubscriptionId(id),
    ...(callback_url !== null && { callbackUrl: callback_url }),
    apiVersion: api_version,
    ...(event_types && { eventTypes: event_types }),
  };
}
