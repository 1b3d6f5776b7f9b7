import { join } from "node:path";
import { removeEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { migrate } from "../../db/migrate.ts";
import { appEnvironment } from "../../sandbox/app-environment.ts";
import type { ConsentType } from "../../sandbox/authorization-server/consents/consent-kinds.ts";
import { buildIfStale } from "../../sandbox/build.ts";
import { createAppLogin, type Database, openSchema } from "../../sandbox/database.ts";
import { ensurePki } from "../../sandbox/pki.ts";
import { type Topology, topologyToEnv } from "../../sandbox/topology.ts";
import { stopOnSignal, temporaryTopology } from "../world.ts";
import { type DatabaseVictim, startDatabaseVictim } from "./database-victim.ts";
import { type Phone, startPhone } from "./phone.ts";
import { createVictim, type Victim } from "./victim.ts";

/** Everything that a decision touches, each in a process of its own that can be killed. */
export interface FaultWorld {
  readonly topology: Topology;
  /** What is asked for in it. */
  readonly kind: ConsentType;
  readonly phone: Phone;
  readonly app: Victim;
  /** Two of them, for trials that do not leave the jobs to the app. They do not run otherwise. */
  readonly worker: Victim;
  readonly otherWorker: Victim;
  /** Where the bank's own events go. Does not run unless a trial starts it. */
  readonly analytics: Victim;
  readonly authorizationServer: Victim;
  readonly bank: Victim;
  readonly database: DatabaseVictim;
  /** The harness's own hand on every schema: the authorization server's by itself, ours as `assent.…`. */
  readonly sql: Database;
  /** Starts what ended by itself, as a service manager does. */
  raise(): Promise<void>;
  /** How often that was needed. */
  falls(): number;
  stop(): Promise<void>;
}

/** Starts what every trial needs, on free ports with data of its own. */
export async function startFaultWorld(): Promise<FaultWorld> {
  await buildIfStale();
  const { topology, remove } = await temporaryTopology();
  const postgres = join(topology.dataFolder, "postgres");
  const logFile = join(topology.dataFolder, "servers.log");
  const undo: (() => Promise<void>)[] = [async () => remove()];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= undo.reduceRight((before, step) => before.then(step), Promise.resolve());
    return stopping;
  };
  stopOnSignal(stop);
  try {
    await ensurePki(topology.pkiFolder);
    const database = await startDatabaseVictim(postgres, topology.ports.database);
    undo.push(async () => {
      await database.stop();
      await removeEmbeddedPostgres(postgres);
    });
    await migrate(topology.databaseUrl);
    const service = (name: string, env: Readonly<Record<string, string>>, folder = "sandbox") => {
      const victim = createVictim(`build/${folder}/${name}.js`, env, logFile);
      undo.push(victim.stop);
      return victim;
    };
    const authorizationServer = service("authorization-server", topologyToEnv(topology));
    const bank = service("bank", topologyToEnv(topology));
    const settings = { ...appEnvironment(topology), DATABASE_URL: await createAppLogin(topology.databaseUrl) };
    const app = service("main", settings, "app");
    const worker = service("worker", settings, "app");
    const otherWorker = service("worker", settings, "app");
    const analytics = service("analytics", topologyToEnv(topology));
    await Promise.all([authorizationServer.start(), bank.start(), app.start()]);
    const sql = await openSchema(topology.databaseUrl, "authorization_server", "select 1");
    undo.push(() => sql.end({ timeout: 1 }));
    const phone = await startPhone(topology);
    undo.push(phone.close);
    let falls = 0;
    const raise = async () => {
      const raised = await Promise.all([app, authorizationServer, bank].map((one) => one.startIfFallen()));
      falls += raised.filter(Boolean).length;
    };
    return {
      topology,
      kind: "account_access",
      phone,
      app,
      worker,
      otherWorker,
      analytics,
      authorizationServer,
      bank,
      database,
      sql,
      raise,
      falls: () => falls,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
