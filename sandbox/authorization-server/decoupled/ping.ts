import { setTimeout as sleep } from "node:timers/promises";
import type { Provider } from "oidc-provider";
import type { Logger } from "pino";
import { Agent, fetch } from "undici";
import type { Database } from "../../database.ts";
import { claimPings, endPing } from "./ping-store.ts";

const LOOK_EVERY_MS = 250;
/** The agent's own timer: of Node 20's `AbortSignal.any`, a time-out can be lost. */
const TIMEOUT_MS = 4_000;
/** A TPP that is away asks when its time is over (CIBA Core section 10.2 leaves errors to the server). */
const MOST_PINGS = 6;

interface Settings {
  readonly sql: Database;
  readonly provider: Provider;
  readonly ca: string;
  readonly log: Logger;
}

/** Tells TPPs that a request has ended, answered or not, until it is stopped. Any number may run at once. */
export function startPinging({ sql, provider, ca, log }: Settings): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const agent = new Agent({
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { ca, timeout: TIMEOUT_MS },
  });

  /**
   * CIBA Core section 10.2: after a log-in that failed as well. One that ran out has an answer to fetch as others have:
   * `expired_token` (section 11).
   */
  const send = async (authReqId: string): Promise<void> => {
    const request = await provider.BackchannelAuthenticationRequest.find(authReqId, { ignoreExpiration: true });
    const client = await provider.Client.find(request?.clientId ?? "");
    const address = client?.backchannelClientNotificationEndpoint;
    if (!request || !address) return;
    const answer = await fetch(String(address), {
      method: "POST",
      headers: {
        authorization: `Bearer ${request.params?.["client_notification_token"]}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ auth_req_id: authReqId }),
      redirect: "manual",
      signal: stopping.signal,
      dispatcher: agent,
    });
    await answer.body?.cancel();
    if (answer.status !== 204 && answer.status !== 200) throw new Error(`the TPP answered ${answer.status}`);
  };

  const ping = async ({ authReqId, clientId, pings }: Awaited<ReturnType<typeof claimPings>>[number]) => {
    try {
      await send(authReqId);
    } catch (err) {
      if (stopping.signal.aborted) return;
      log.warn({ clientId, pings, err }, "a TPP did not take the notice that its request has ended");
      if (pings < MOST_PINGS) return;
    }
    await endPing(sql, authReqId);
  };

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await Promise.all((await claimPings(sql)).map(ping));
      } catch (err) {
        log.error({ err }, "notices for TPPs could not be read or marked");
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      await agent.destroy();
    },
  };
}
