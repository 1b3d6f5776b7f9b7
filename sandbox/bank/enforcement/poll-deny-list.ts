import { setTimeout as sleep } from "node:timers/promises";
import { createRemoteJWKSet } from "jose";
import type { Logger } from "pino";
import { Agent, fetch } from "undici";
import type { OwnToken } from "../own-token.ts";
import type { HeldDenyList } from "./deny-list.ts";

const EVERY_MS = 1_000;
const TIMEOUT_MS = 2_000;
/** Whoever stops something as soon as the consent app is back must not wait for longer than this and an answer. */
const LONGEST_PAUSE_MS = 2_000;

/** Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver. */
const onThisMachine = (origin: string) => origin.replace(/\/\/[^:/]*\.?localhost(?=[:/]|$)/, "//127.0.0.1");

/** The consent app's public keys. */
export const keysOf = (consentApp: string) =>
  createRemoteJWKSet(new URL(`${onThisMachine(consentApp)}/.well-known/jwks.json`), { timeoutDuration: TIMEOUT_MS });

interface Needs {
  readonly list: HeldDenyList;
  /** The consent app's origin. */
  readonly consentApp: string;
  readonly token: OwnToken;
  readonly log: Logger;
}

/** Asks the consent app each second what is denied, and more slowly while it does not answer. */
export function pollDenyList({ list, consentApp, token, log }: Needs): { close(): Promise<void> } {
  const stopping = new AbortController();
  const agent = new Agent({ connections: 1 });

  const ask = async () => {
    const known = list.digest === undefined ? "" : `?${new URLSearchParams({ known: list.digest })}`;
    const response = await fetch(`${onThisMachine(consentApp)}/api/v1/deny-list${known}`, {
      headers: { authorization: `Bearer ${await token.current(crypto.randomUUID())}` },
      redirect: "error",
      dispatcher: agent,
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const body = await response.text();
    if (response.status === 401) token.forget();
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    await list.take(body);
  };

  const poll = async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const failed = await ask().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (stopping.signal.aborted) return;
      if (failed && failures === 0) log.warn({ err: failed.error }, "the deny list cannot be read");
      if (!failed && failures > 0) log.info({ failures }, "the deny list can be read again");
      failures = failed ? failures + 1 : 0;
      const pauseMs = Math.min(EVERY_MS * 2 ** Math.max(failures - 1, 0), LONGEST_PAUSE_MS);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const polling = poll();
  return {
    async close() {
      stopping.abort();
      await polling;
      await agent.destroy();
    },
  };
}
