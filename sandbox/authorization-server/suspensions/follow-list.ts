import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { compactVerify, createRemoteJWKSet, importJWK, type JWK, SignJWT } from "jose";
import type { Logger } from "pino";
import { Agent, fetch } from "undici";
import { z } from "zod";
import type { Database } from "../../database.ts";
import { type ClientDenial, replaceDenials } from "./suspended-clients.ts";

const EVERY_MS = 1_000;
const TIMEOUT_MS = 2_000;
/** Whoever is let go again must not wait longer than this and an answer. */
const LONGEST_PAUSE_MS = 2_000;
/** How old a list may be, and how far two clocks may be apart. */
const FRESH_MS = 30_000;
const TOKEN_SECONDS = 60;

const signedList = z.object({
  iss: z.string(),
  iat: z.number().int(),
  seq: z.number().int(),
  digest: z.string().min(1),
  /** Absent: those of this digest. */
  clients: z
    .array(
      z.object({
        client_id: z.string().min(1),
        effect: z.enum(["new-consents", "payments", "all-access"]),
        role: z.enum(["account-information", "payment-initiation", "funds-confirmation"]).optional(),
        until: z.number().optional(),
      }),
    )
    .optional(),
});

interface Needs {
  readonly sql: Database;
  /** The consent app's origin: who signs the list. */
  readonly consentApp: string;
  readonly issuer: string;
  readonly signingKey: JWK;
  readonly log: Logger;
}

/** Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver. */
const onThisMachine = (origin: string) => origin.replace(/\/\/[^:/]*\.?localhost(?=[:/]|$)/, "//127.0.0.1");

/**
 * Asks the consent app each second which clients it holds back, and keeps what it says. That nobody answers is normal
 * while the app starts; it is said once, and what was kept holds.
 */
export function startFollowingList({ sql, consentApp, issuer, signingKey, log }: Needs): { stop(): Promise<void> } {
  const origin = onThisMachine(consentApp);
  const keys = createRemoteJWKSet(new URL(`${origin}/.well-known/jwks.json`), { timeoutDuration: TIMEOUT_MS });
  const stopping = new AbortController();
  const agent = new Agent({ connections: 1 });
  const signer = importJWK(signingKey, "PS256");
  let held: { readonly seq: number; readonly digest: string } | undefined;

  /** Our own access token for the app: it knows our keys (RFC 9068). */
  const token = async () =>
    new SignJWT({ client_id: "authorization-server", scope: "consent_enforcement" })
      .setProtectedHeader({ alg: "PS256", typ: "at+jwt", ...(signingKey.kid && { kid: signingKey.kid }) })
      .setIssuer(issuer)
      .setSubject("authorization-server")
      .setAudience("urn:assent:api")
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(await signer);

  const ask = async () => {
    const known = held === undefined ? "" : `?${new URLSearchParams({ known: held.digest })}`;
    const response = await fetch(`${origin}/api/v1/deny-list${known}`, {
      headers: { authorization: `Bearer ${await token()}` },
      redirect: "error",
      dispatcher: agent,
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const body = await response.text();
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    const { payload, protectedHeader } = await compactVerify(body, keys, { algorithms: ["PS256"] });
    if (protectedHeader.typ !== "deny-list+jws") throw new Error("it is no deny list");
    const { iss, iat, seq, digest, clients } = signedList.parse(JSON.parse(Buffer.from(payload).toString("utf8")));
    if (iss !== consentApp) throw new Error("it is somebody else's");
    if (Math.abs(Date.now() - iat * 1_000) > FRESH_MS) throw new Error("it is not of this moment");
    if (held && seq < held.seq) throw new Error("it is older than the last one");
    if (!clients && digest !== held?.digest) throw new Error("it leaves out what is not held");
    if (clients) await replaceDenials(sql, clients satisfies readonly ClientDenial[]);
    held = { seq, digest };
  };

  const follow = async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const failed = await ask().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (stopping.signal.aborted) return;
      if (failed && failures === 0) log.warn({ err: failed.error }, "the list of suspended clients cannot be read");
      if (!failed && failures > 0) log.info({ failures }, "the list of suspended clients can be read again");
      failures = failed ? failures + 1 : 0;
      const pauseMs = Math.min(EVERY_MS * 2 ** Math.max(failures - 1, 0), LONGEST_PAUSE_MS);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const following = follow();
  return {
    async stop() {
      stopping.abort();
      await following;
      await agent.destroy();
    },
  };
}
