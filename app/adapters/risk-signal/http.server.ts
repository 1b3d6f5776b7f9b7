import { z } from "zod";
import type { RiskSignal } from "~/ports/risk-signal";
import { createHttpClient, type Upstream, UpstreamUnavailable } from "../http.server";

const answerSchema = z.object({ level: z.enum(["normal", "high"]) });

/** The page is not to wait for a second opinion: longer than this and there is none. */
const DEADLINE_MS = 600;

interface Settings extends Omit<Upstream, "timeoutMs"> {
  /** Told why there is no answer; never with anything personal. */
  readonly noAnswer: (why: string) => void;
}

/** The bank's risk look-up: `GET /customers/{customerId}/risk?client_id=&consent_id=&kind=`. */
export function createHttpRiskSignal({ noAnswer, ...upstream }: Settings): RiskSignal & { close(): Promise<void> } {
  const http = createHttpClient({ ...upstream, timeoutMs: DEADLINE_MS });
  return {
    async riskOf({ customer, clientId, consentId, kind }, { correlationId }) {
      const query = new URLSearchParams({ client_id: clientId, consent_id: consentId, kind });
      const path = `/customers/${encodeURIComponent(customer)}/risk?${query}`;
      try {
        const answer = await http.call({ method: "GET", path, correlationId });
        const read = answer.status === 200 ? answerSchema.safeParse(answer.json) : undefined;
        if (read?.success) return read.data.level;
        noAnswer(`answered ${answer.status} in another form`);
      } catch (error) {
        if (!(error instanceof UpstreamUnavailable)) throw error;
        noAnswer(error.message);
      }
      return "unknown";
    },
    close: () => http.close(),
  };
}

/** Of a bank that has none. */
export const NO_RISK_SIGNAL: RiskSignal = { riskOf: async () => "unknown" };
