import { type SQL, sql } from "drizzle-orm";
import { MAY_LIFT } from "~/domain/consent/change";
import { MOVES } from "~/domain/consent/lifecycle";
import type { AskedChange } from "~/ports/consent-changes";

/** Staff reach every consent, a customer their own. */
export function reaches({ consentId, actor }: AskedChange): SQL {
  const own = actor.type === "customer" ? sql`customer_id = ${actor.id}` : sql`true`;
  return sql`consent_id = ${consentId} and ${own}`;
}

/** Whether the move leads from where the consent is, for this actor and at this moment of the database's clock. */
export function allows({ move, actor }: AskedChange): SQL {
  const from = sql`status = any(${sql.param([...MOVES[move].from])}::text[])`;
  const lifts =
    move === "resume" ? sql`suspended_by = any(${sql.param([...MAY_LIFT[actor.type]])}::text[])` : sql`true`;
  return sql`(${from} and ${lifts} and (expires_at is null or expires_at > clock_timestamp()))`;
}
