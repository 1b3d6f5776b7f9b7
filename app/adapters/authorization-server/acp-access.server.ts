import { z } from "zod";
import { AuthorityError } from "~/ports/authorization-server";
import { createHttpClient, type HttpAnswer, type HttpCall, type Upstream, UpstreamUnavailable } from "../http.server";

export interface AcpAccess {
  /** A call with our access token; a new one is fetched when it has run out or is refused. */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token is renewed this long before it runs out, so that none runs out on its way. */
const MARGIN_MS = 10_000;

/** Calls the internal API with a client-credentials token (RFC 6749 section 4.4) bound to our certificate (RFC 8705). */
export function createAcpAccess(upstream: Upstream, tokenUrl: string, clientId: string): AcpAccess {
  const http = createHttpClient(upstream);
  const tokenEndpoint = createHttpClient({ ...upstream, baseUrl: tokenUrl });
  let token: Promise<{ value: string; goodUntil: number }> | undefined;

  const fetchToken = async (correlationId: string) => {
    const answer = await tokenEndpoint.call({
      method: "POST",
      path: "",
      correlationId,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        scope: "manage_openbanking_consents view_clients",
      }).toString(),
    });
    const read = answer.status === 200 ? tokenSchema.safeParse(answer.json) : undefined;
    if (!read?.success) throw new UpstreamUnavailable(`the token endpoint answered ${answer.status}`);
    return { value: read.data.access_token, goodUntil: Date.now() + read.data.expires_in * 1000 - MARGIN_MS };
  };

  /** One fetch at a time, whoever asks; a failed one is not remembered. */
  const currentToken = async (correlationId: string) => {
    const known = await token?.catch(() => undefined);
    if (known && known.goodUntil > Date.now()) return known.value;
    token = fetchToken(correlationId);
    return (await token).value;
  };

  const callOnce = async (call: HttpCall) =>
    http.call({
      ...call,
      headers: { ...call.headers, authorization: `Bearer ${await currentToken(call.correlationId)}` },
    });

  return {
    async call(call) {
      try {
        const answer = await callOnce(call);
        if (answer.status !== 401) return answer;
        token = undefined;
        return await callOnce(call);
      } catch (error) {
        if (!(error instanceof UpstreamUnavailable)) throw error;
        throw new AuthorityError("unavailable", error.message, { cause: error });
      }
    },
    close: async () => {
      await Promise.all([http.close(), tokenEndpoint.close()]);
    },
  };
}
