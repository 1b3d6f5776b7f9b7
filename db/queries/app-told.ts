import { sql } from "drizzle-orm";
import type { AppTold, ToldOf } from "~/ports/app-told";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

interface ToldRow extends Record<string, unknown> {
  readonly version: number;
  readonly state: "queued" | "delivered" | "skipped" | "parked" | "expired";
  /** Milliseconds since 1970. */
  readonly ended: string | null;
}

/** Read from the deliveries themselves, so that nobody is said to have heard who has not said so. */
export function createAppTold(db: Database): AppTold {
  const execute = createExecute(db);
  return {
    async of(consent, customer) {
      const rows = await execute<ToldRow>(sql`
        select delivery.version, delivery.state, extract(epoch from delivery.ended_at) * 1000 as ended
        from assent.consent_projection as consent
          join assent.outbox_event as event using (consent_id)
          join assent.outbox_delivery as delivery on delivery.event_id = event.id
        where consent.consent_id = ${consent} and consent.customer_id = ${customer}
          and delivery.channel = 'tpp' and delivery.recipient = consent.client_id
        order by delivery.version desc`);
      return rows.map(toldOf);
    },
  };
}

/** What was parked may still be sent; what was skipped was for nobody to hear. */
function toldOf({ version, state, ended }: ToldRow): ToldOf {
  const at = ended === null ? undefined : new Date(Number(ended));
  if (state === "queued") return { version, is: "waiting" };
  return { version, is: state === "delivered" ? "told" : "not-told", ...(at && { at }) };
}
