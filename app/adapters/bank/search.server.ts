import { z } from "zod";
import { asAccountId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import type { AccountFound, BankSearch } from "~/ports/bank-search";
import { createHttpClient, type HttpCall, type Upstream, UpstreamUnavailable } from "../http.server";

const accountSchema = z.object({ id: z.string().min(1).max(256), ends: z.string().regex(/^[0-9A-Z]{4}$/) });
const customerSchema = z.object({ name: z.string().min(1) });

/** The bank's own search, with a breaker of its own: staff who look for something keep no customer waiting. */
export function createHttpBankSearch(upstream: Upstream): BankSearch & { close(): Promise<void> } {
  const http = createHttpClient(upstream);

  const ask = async <Answer>(asked: HttpCall, schema: z.ZodType<Answer>): Promise<Answer | undefined> => {
    const answer = await http.call(asked).catch((error: unknown) => {
      if (error instanceof UpstreamUnavailable) throw new BankUnavailable(error.message, { cause: error });
      throw error;
    });
    if (answer.status === 404) return undefined;
    const read = answer.status === 200 ? schema.safeParse(answer.json) : undefined;
    if (!read?.success) throw new BankUnavailable(`the bank's answer (${answer.status}) to a search makes no sense`);
    return read.data;
  };

  const account = async (by: object, correlationId: string): Promise<AccountFound | undefined> => {
    const headers = { "content-type": "application/json" };
    // In the body: addresses are logged on the way.
    const body = JSON.stringify(by);
    const found = await ask({ method: "POST", path: "/account-searches", headers, body, correlationId }, accountSchema);
    return found && { ...found, id: asAccountId(found.id) };
  };

  return {
    accountNumbered: (number, { correlationId }) => account({ number }, correlationId),
    accountOf: (id, { correlationId }) => account({ id }, correlationId),
    async nameOf(customer, { correlationId }) {
      const path = `/customers/${encodeURIComponent(customer)}`;
      return (await ask({ method: "GET", path, correlationId }, customerSchema))?.name;
    },
    close: () => http.close(),
  };
}
