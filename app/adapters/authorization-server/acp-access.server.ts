import { z } from "zod";
import { AuthorityError } from "~/ports/authorization-server";
import { createHttpClient, type HttpAnswer, type HttpCall, type Upstream, UpstreamUnavailable } from "../http.server";

export interface AcpAccess {
  /**
   * A call with our access token; a new one is fetched when it has run out or is refused. The token, the call and their
   * repetition together wait at most the upstream's timeout.
   *
   * @throws AuthorityError `unavailable`
   */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token is renewed this long before it runs out, so that none runs out on its way. */
const MARGIN_MS = 10_000;

/** A token that was given or is on its way. */
interface SharedToken {
  readonly value: Promise<string>;
  /** As `Date.now()`; without end while it is on its way. */
  goodUntil: number;
}

/** Calls the internal API with a client-credentials token (RFC 6749 section 4.4) bound to our certificate (RFC 8705). */
export function createAcpAccess(upstream: Upstream, tokenUrl: string, clientId: string): AcpAccess {
  const http = createHttpClient(upstream);
  const tokenEndpoint = createHttpClient({ ...upstream, baseUrl: tokenUrl });
  let token: SharedToken | undefined;

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
    return read.data;
  };

  const startFetch = (correlationId: string): SharedToken => {
    const fetched = fetchToken(correlationId);
    const shared: SharedToken = { value: fetched.then((given) => given.access_token), goodUntil: Infinity };
    fetched.then(
      ({ expires_in }) => {
        shared.goodUntil = Date.now() + expires_in * 1000 - MARGIN_MS;
      },
      () => forget(shared),
    );
    return shared;
  };

  /** One fetch at a time, whoever asks: it is shared before anything is waited for. */
  const currentToken = (correlationId: string): SharedToken => {
    if (!token || token.goodUntil <= Date.now()) token = startFetch(correlationId);
    return token;
  };

  /** Not when another call has replaced it already: of many that are refused at once, only the first renews. */
  const forget = (used: SharedToken) => {
    if (token === used) token = undefined;
  };

  const callWith = async ({ value }: SharedToken, call: HttpCall, deadline: AbortSignal) => {
    const authorization = `Bearer ${await before(deadline, value)}`;
    return http.call({ ...call, headers: { ...call.headers, authorization }, signal: deadline });
  };

  return {
    async call(call) {
      const deadline = AbortSignal.timeout(upstream.timeoutMs);
      try {
        const first = currentToken(call.correlationId);
        const answer = await callWith(first, call, deadline);
        if (answer.status !== 401) return answer;
        forget(first);
        return await callWith(currentToken(call.correlationId), call, deadline);
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

/** Waits for what others may wait for too: at the deadline only this waiting ends. */
async function before<T>(deadline: AbortSignal, shared: Promise<T>): Promise<T> {
  let giveUp = () => {};
  const tooLate = new Promise<never>((_, reject) => {
    giveUp = () => reject(new UpstreamUnavailable("no answer in time"));
    if (deadline.aborted) giveUp();
    else deadline.addEventListener("abort", giveUp, { once: true });
  });
  try {
    return await Promise.race([shared, tooLate]);
  } finally {
    deadline.removeEventListener("abort", giveUp);
  }
}
