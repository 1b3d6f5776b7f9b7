import { Agent, fetch } from "undici";
import { z } from "zod";
import type { TlsIdentity } from "../../service.ts";

/** What a payment abroad costs, as far as the TPP says what it wants. */
export interface QuoteRequest {
  readonly instructed: { readonly amount: string; readonly currency: string };
  readonly currencyOfTransfer: string;
  readonly rateType: "Actual" | "Agreed" | "Indicative";
  readonly chargeBearer?: string;
  readonly unitCurrency?: string;
  readonly rate?: number;
  readonly contract?: string;
}

const quote = z.object({
  rateType: z.enum(["Actual", "Agreed", "Indicative"]),
  unitCurrency: z.string(),
  rate: z.number().positive(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  contract: z.string().optional(),
  charges: z.array(z.object({ bearer: z.string(), type: z.string(), amount: z.string(), currency: z.string() })),
});

export type Quote = z.infer<typeof quote>;
export type QuoteRefused = "unsupported_currency" | "unknown_contract";

const refusal = z.object({ error: z.enum(["unsupported_currency", "unknown_contract"]) });

/** The bank's desk for rates and fees. */
export interface Quotes {
  /** @throws when the bank does not answer, or not with what it promises. */
  ask(request: QuoteRequest, interactionId: string): Promise<Quote | QuoteRefused>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 3_000;

/** @param bank where the bank's look-up answers. */
export function createQuotes(bank: string, { ca, cert, key }: TlsIdentity): Quotes {
  const agent = new Agent({ connect: { ca, cert, key } });
  return {
    async ask(request, interactionId) {
      const answer = await fetch(`${bank}/quotes`, {
        method: "POST",
        dispatcher: agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { "content-type": "application/json", "x-fapi-interaction-id": interactionId },
        body: JSON.stringify(request),
      });
      const body: unknown = await answer.json();
      if (answer.status === 422) return refusal.parse(body).error;
      if (answer.status !== 200) throw new Error(`the bank answered a quote with ${answer.status}`);
      return quote.parse(body);
    },
    close: () => agent.close(),
  };
}
