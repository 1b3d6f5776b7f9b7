import { z } from "zod";
import { type Factors, FactorsUnavailable } from "~/ports/factors";
import { createHttpClient, type HttpAnswer, type HttpCall, type Upstream, UpstreamUnavailable } from "../http.server";

const base64url = z.string().regex(/^[\w-]{1,2048}$/);

/** `GET /factors/{customer}`. */
const answerSchema = z.object({
  passkeys: z
    .array(
      z.object({
        id: base64url,
        publicKey: base64url,
        counter: z.number().int().nonnegative(),
        transports: z.array(z.string().max(32)).default([]),
      }),
    )
    .max(50),
  // Only its end comes to us: "…4567".
  phone: z.string().nullable(),
});

/** What the bank's identity provider has beside the log-in, behind our own certificate. */
export function createHttpFactors(upstream: Upstream): Factors & { close(): Promise<void> } {
  const http = createHttpClient(upstream);
  const call = (asked: HttpCall): Promise<HttpAnswer> =>
    http.call(asked).catch((error: unknown) => {
      if (error instanceof UpstreamUnavailable) throw new FactorsUnavailable(error.message, { cause: error });
      throw error;
    });
  const pathOf = (customer: string) => `/factors/${encodeURIComponent(customer)}`;
  const post = (path: string, body: object, correlationId: string) =>
    call({
      method: "POST",
      path,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
      correlationId,
    });

  return {
    async of(customer, { correlationId }) {
      const answer = await call({ method: "GET", path: pathOf(customer), correlationId });
      if (answer.status === 404) return undefined;
      const read = answer.status === 200 ? answerSchema.safeParse(answer.json) : undefined;
      if (!read?.success) throw new FactorsUnavailable(`the answer (${answer.status}) is not a customer's factors`);
      const ending = read.data.phone?.replace(/\D/g, "").slice(-4);
      return { passkeys: read.data.passkeys, ...(ending && { phoneEnding: ending }) };
    },
    async passkeyUsed(customer, id, counter, { correlationId }) {
      const path = `${pathOf(customer)}/passkeys/${encodeURIComponent(id)}/used`;
      const { status } = await post(path, { counter }, correlationId);
      if (status === 409) return false;
      if (status !== 204) throw new FactorsUnavailable(`the use of a passkey was answered ${status}`);
      return true;
    },
    async sendCode(customer, message, { correlationId }) {
      const { status } = await post(`${pathOf(customer)}/codes`, message, correlationId);
      if (status !== 202) throw new FactorsUnavailable(`a code to be sent was answered ${status}`);
    },
    close: () => http.close(),
  };
}

const none = async () => {
  throw new FactorsUnavailable("there are none: no page asks for a factor");
};

/** Of a bank whose log-in asks for everything. */
export const NO_FACTORS: Factors & { close(): Promise<void> } = {
  of: none,
  passkeyUsed: none,
  sendCode: none,
  close: async () => {},
};
