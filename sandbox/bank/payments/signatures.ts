import type postgres from "postgres";
import { z } from "zod";
import type { Database } from "../../database.ts";
import type { PaymentOrder } from "./payment-order.ts";

/** How far the signatures of a consent have come: what the consent app tells, and tells again until it is heard. */
export const signaturesTold = z
  .strictObject({
    required: z.int().min(1).max(100),
    received: z.int().min(0).max(100),
    dueAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    state: z.enum(["awaiting", "complete", "rejected"]),
    lastAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  })
  .refine(({ state, required, received }) => state !== "complete" || received >= required);

export type Signatures = z.infer<typeof signaturesTold>;

export interface SignatureBook {
  of(consentId: string): Promise<Signatures | undefined>;
  /** Keeps what is newest: what comes late, or again, changes nothing, and what has ended stays as it ended. */
  keep(consentId: string, told: Signatures): Promise<Signatures>;
}

export function createSignatureBook(sql: Database): SignatureBook {
  const of = async (consentId: string) => {
    const [row] = await sql`select * from consent_signatures where consent_id = ${consentId}`;
    return row && fromRow(row);
  };
  return {
    of,
    keep: async (consentId, { required, received, dueAt, state, lastAt }) => {
      await sql`
        insert into consent_signatures as kept (consent_id, required, received, due_at, state, last_at)
        values (${consentId}, ${required}, ${received}, ${dueAt}, ${state}, ${lastAt})
        on conflict (consent_id) do update set required = excluded.required, received = excluded.received,
          due_at = excluded.due_at, state = excluded.state, last_at = excluded.last_at
        where kept.state = 'awaiting' and kept.last_at <= excluded.last_at`;
      return (await of(consentId)) as Signatures;
    },
  };
}

/** For how long the consent app waits for all of them, where it has not said so itself yet. */
const USUAL_DAYS = 7;

/** What a TPP is shown of them; undefined of an order that one signature is enough for. */
export function signaturesShown(
  { terms, createdAt }: Pick<PaymentOrder, "terms" | "createdAt">,
  told: Signatures | undefined,
): Signatures | undefined {
  if (told || terms.signatures === undefined) return told;
  const dueAt = new Date(createdAt.getTime() + USUAL_DAYS * 24 * 3_600_000);
  return { required: terms.signatures, received: 1, dueAt, state: "awaiting", lastAt: createdAt };
}

const fromRow = (row: postgres.Row): Signatures => ({
  required: row["required"],
  received: row["received"],
  dueAt: row["due_at"],
  state: row["state"],
  lastAt: row["last_at"],
});
