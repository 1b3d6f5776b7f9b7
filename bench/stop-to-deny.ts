import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { Agent, request } from "undici";
import { tlsIdentity } from "../sandbox/service.ts";
import { EACH, fillConsents } from "./dashboard-consents.ts";
import { type Sharing, type Sharings, startSharings } from "./faults/sharing.ts";
import { until } from "./faults/until.ts";
import { type FaultWorld, startFaultWorld } from "./faults/world.ts";
import { printTable } from "./figures.ts";

/**
 * `npm run bench:stop`: how long an app still gets data after its customer has pressed Stop, with the authorization
 * server there and with it killed, and how long the authorization server takes to hold the stop, against a bare revoking
 * call to it in the same run. Once more with a gateway that cannot read the deny list: it must be seen that nothing is
 * denied then. Ends with 1 when a target is missed or the control is not caught. `-- --stops 20` for fewer,
 * `-- --rows 10000000` with so many consents of others in the table.
 */

const { values } = parseArgs({
  options: { stops: { type: "string", default: "100" }, rows: { type: "string", default: "0" } },
});
const STOPS = Number(values.stops);
const ROWS = Number(values.rows);
if (ROWS % EACH !== 0) throw new Error(`--rows: a multiple of ${EACH}`);
const AT_ONCE = 4;
const CONTROLS = 5;
/** Milliseconds after which a stop counts as not denied. */
const NEVER = 10_000;

/** Milliseconds. */
const TARGETS = { up: 1_000, away: 5_000, acknowledged: 1_000 };

interface Stopped {
  readonly fromPressed: number;
  /** 0 where it was denied before the page had answered. */
  readonly fromAnswered: number;
}

const world = await startFaultWorld();
let good = true;
try {
  if (ROWS > 0) await fill(world.topology.databaseUrl);
  const sharings = await startSharings(world);
  try {
    await measure(world, sharings);
  } finally {
    await sharings.close();
  }
} finally {
  await world.stop();
}
process.exit(good ? 0 : 1);

/** What others have, as durable as what is measured. */
async function fill(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await fillConsents(sql, ROWS, (rows) => console.log(`${rows} of ${ROWS} consents`));
  for (const table of ["consent_projection", "consent_version_projection"])
    await sql.unsafe(`alter table assent.${table} set logged`);
  await sql.end();
}

async function measure(world: FaultWorld, sharings: Sharings): Promise<void> {
  const rows = [["milliseconds", "count", "p50", "p95", "p99", "longest", "wanted"]];
  const row = (what: string, took: readonly number[], wanted?: { share: number; most: number }) => {
    const missed = wanted !== undefined && at(took, wanted.share) > wanted.most;
    good &&= !missed;
    const verdict = wanted ? `p${wanted.share * 100} at most ${wanted.most}${missed ? ": MISSED" : ""}` : "";
    const figures = [0.5, 0.95, 0.99, 1].map((share) => at(took, share).toFixed(0));
    rows.push([what, String(took.length), ...figures, verdict]);
  };

  const revoked = await revokeBare(world, await sharings.share(STOPS));
  const up = await sharings.share(STOPS);
  const there = await stopAll(sharings, up);
  const acknowledged = await untilHeld(world, up);
  row("authorization server there: from pressed to denied", pressed(there));
  row("from answered to denied", answered(there), { share: 0.95, most: TARGETS.up });
  row("from recorded to held by the authorization server", acknowledged, { share: 0.95, most: TARGETS.acknowledged });
  row("a bare revoking call to it", revoked);

  const away = await sharings.share(STOPS);
  await world.authorizationServer.kill();
  const without = await stopAll(sharings, away);
  row("authorization server killed: from pressed to denied", pressed(without));
  row("from answered to denied", answered(without), { share: 0.99, most: TARGETS.away });
  const back = performance.now();
  await world.authorizationServer.start();
  await untilHeld(world, away);
  const drained = performance.now() - back;

  // Its own address for the consent app leads nowhere.
  await world.bank.start({ APP_PORT: "9" });
  const blind = await sharings.share(CONTROLS);
  await world.authorizationServer.kill();
  const seen = await stopAll(sharings, blind);
  await world.authorizationServer.start();
  const caught = seen.every(({ fromPressed }) => fromPressed >= NEVER);
  good &&= caught;

  console.log("");
  printTable(rows);
  const ratio = at(acknowledged, 0.5) / at(revoked, 0.5);
  console.log(`\nheld by the authorization server, in bare calls: ${ratio.toFixed(1)} at the median`);
  console.log(`it held all ${away.length} stops ${(drained / 1_000).toFixed(1)} s after it was started again`);
  console.log(`control, a gateway without the list: ${caught ? "caught: nothing was denied" : "NOT CAUGHT"}`);
}

async function stopAll(sharings: Sharings, all: readonly Sharing[]): Promise<readonly Stopped[]> {
  const stopped: Stopped[] = [];
  await someAtOnce(all, async (each) => void stopped.push(await stopOne(sharings, each)));
  return stopped;
}

async function someAtOnce(all: readonly Sharing[], work: (each: Sharing) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const one = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Reads on and on while the customer stops, until it is refused as a dead token is. */
async function stopOne(sharings: Sharings, sharing: Sharing): Promise<Stopped> {
  const begun = performance.now();
  let answeredAt: number | undefined;
  const stopping = sharings.stop(sharing).then((status) => {
    if (status !== 303) throw new Error(`the stop was answered with ${status}`);
    answeredAt = performance.now();
  });
  let deniedAt: number | undefined;
  while (performance.now() - begun < NEVER) {
    if ((await sharings.read(sharing)) === 401) {
      deniedAt = performance.now();
      break;
    }
    await sleep(5);
  }
  await stopping;
  if (deniedAt === undefined) return { fromPressed: NEVER, fromAnswered: NEVER };
  return { fromPressed: deniedAt - begun, fromAnswered: Math.max(0, deniedAt - (answeredAt ?? deniedAt)) };
}

/** @returns by the database's clock, how long each took. */
async function untilHeld({ sql }: FaultWorld, all: readonly Sharing[]): Promise<readonly number[]> {
  const ids = all.map(({ consentId }) => consentId);
  const held = async () => {
    const rows = await sql<{ ms: number }[]>`
      select extract(epoch from ended_at - intended_at)::float8 * 1000 as ms
      from assent.consent_change join consent on consent.id = consent_change.consent_id
      where consent_id = any(${ids}) and state = 'settled' and consent.status = 'revoked'`;
    return rows.map(({ ms }) => ms);
  };
  good &&= await until("the authorization server holds every stop", async () => (await held()).length === all.length);
  return held();
}

/** The call that ends a consent at the authorization server, and nothing else: with the app's certificate, and as many at once. */
async function revokeBare({ topology }: FaultWorld, all: readonly Sharing[]): Promise<readonly number[]> {
  const agent = new Agent({ connect: tlsIdentity(topology.pkiFolder, "app") });
  const origin = topology.authorizationServerInternal;
  const asked = await request(`${origin}/default/system/oauth2/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "assent",
      scope: "manage_openbanking_consents view_clients",
    }).toString(),
    dispatcher: agent,
  });
  const { access_token } = (await asked.body.json()) as { access_token: string };
  const took: number[] = [];
  await someAtOnce(all, async ({ consentId }) => {
    const begun = performance.now();
    const { statusCode, body } = await request(
      `${origin}/default/system/servers/openbanking/open-banking/consents/${consentId}`,
      {
        method: "DELETE",
        headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
        body: JSON.stringify({ initiator: "customer", reason: "customer-stopped" }),
        dispatcher: agent,
      },
    );
    await body.dump();
    if (statusCode !== 204) throw new Error(`the revoking call was answered with ${statusCode}`);
    took.push(performance.now() - begun);
  });
  await agent.destroy();
  return took;
}

function pressed(all: readonly Stopped[]): readonly number[] {
  return all.map(({ fromPressed }) => fromPressed);
}

function answered(all: readonly Stopped[]): readonly number[] {
  return all.map(({ fromAnswered }) => fromAnswered);
}

function at(took: readonly number[], share: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
