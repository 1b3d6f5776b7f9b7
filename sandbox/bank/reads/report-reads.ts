import { importJWK, type JWK, SignJWT } from "jose";
import type { Logger } from "pino";
import { Agent, fetch } from "undici";
import { z } from "zod";
import type { ReadLog, WaitingRead } from "./read-log.ts";

/** Reads in one report, as the consent app takes them. */
const MOST = 500;

const TIMEOUT_MS = 4_000;

/** Between the moment that an answer is for and the one at which it is in the log. */
const IN_FLIGHT_MS = 2_000;

const verdict = z.object({
  refused: z.array(z.object({ index: z.number().int(), field: z.string() })),
  early: z.array(z.string()),
});

export interface ReportParts {
  readonly reads: ReadLog;
  /** The consent app's origin. */
  readonly to: string;
  /** The gateway's origin, by which the consent app knows whose word it is. */
  readonly issuer: string;
  readonly key: JWK;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * Reports what the gateway answered to the consent app, in rounds of a second. A report that was taken and whose answer
 * was lost goes again: the consent app knows each read by its id.
 *
 * @param everyMs between two rounds that left nothing
 */
export function reportReads(parts: ReportParts, everyMs = 1_000): { close(): Promise<void> } {
  // Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver.
  const agent = new Agent({
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: {
      timeout: TIMEOUT_MS,
      lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
  const size = { most: MOST };
  let closed = false;
  let failures = 0;
  let round: Promise<void> | undefined;
  let skip = 0;
  const turn = async () => {
    try {
      while (!closed && (await reportOnce(parts, agent, size)));
      if (failures > 0) parts.log.info("reads are reported again");
      failures = 0;
    } catch (error) {
      failures += 1;
      // Half a minute at most: what waits is told within a minute of the consent app's return.
      skip = Math.min(2 ** failures, 30);
      if (!closed) parts.log.error({ err: error, ...(await backlogOf(parts.reads)) }, "reads could not be reported");
    }
    round = undefined;
  };
  const timer = setInterval(() => {
    skip -= 1;
    if (skip <= 0) round ??= turn();
  }, everyMs);
  timer.unref();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await agent.destroy();
      await round;
    },
  };
}

const backlogOf = (reads: ReadLog) => reads.backlog().catch(() => ({}));

/**
 * One report. Without reads it says nothing but up to when everything was told.
 *
 * @returns whether more waits
 */
async function reportOnce(
  { reads, to, issuer, key, now, log }: ReportParts,
  agent: Agent,
  size: { most: number },
): Promise<boolean> {
  const looked = now().getTime();
  const waiting = await reads.waiting(size.most);
  const full = waiting.length === size.most;
  const toldUntil = Math.min(looked - IN_FLIGHT_MS, full ? timeOf(waiting.at(-1)) : Infinity);
  const events = waiting.map(({ event }) => event);
  const body = await sign({ told_until: new Date(toldUntil).toISOString(), events }, issuer, key);
  const response = await fetch(`${to}/api/v1/access-events`, {
    method: "POST",
    headers: { "content-type": "application/jose", accept: "application/json" },
    body,
    redirect: "manual",
    dispatcher: agent,
  });
  const text = await response.text();
  if (response.status === 413 && size.most > 1) {
    size.most = Math.ceil(size.most / 2);
    return true;
  }
  if (response.status !== 200) throw new Error(`the consent app answered ${response.status}`);
  const { refused, early } = verdict.parse(JSON.parse(text));
  const parked = refused.flatMap(({ index }) => waiting[index]?.id ?? []);
  const left = new Set([...parked, ...early]);
  await reads.refused(parked);
  await reads.reported(waiting.map(({ id }) => id).filter((id) => !left.has(id)));
  if (parked.length > 0)
    log.error({ parked, fields: refused.map(({ field }) => field) }, "reads were refused for good");
  size.most = MOST;
  return full && left.size < waiting.length;
}

const timeOf = (read: WaitingRead | undefined): number =>
  Number.parseInt(read?.id.replace("-", "").slice(0, 12) ?? "", 16);

async function sign(claims: Record<string, unknown>, issuer: string, key: JWK): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "PS256", typ: "access-events+jws", kid: key.kid ?? "" })
    .setIssuer(issuer)
    .setAudience("urn:assent:api")
    .setIssuedAt()
    .sign(await importJWK(key, "PS256"));
}
