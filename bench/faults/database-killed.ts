import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const killing = ({ database, ...rest }: FaultWorld, kills: number) =>
  killedMidDecision({
    world: { database, ...rest },
    kills,
    seed: "the database is killed",
    kill: database.kill,
    restart: database.start,
  });

export const databaseKilled: Trial = {
  figure: "R3",
  what: "kill -9 of PostgreSQL, all its processes, in the middle of commits",
  times: { long: 50, short: 2, control: 3 },
  run: killing,
  control: {
    broken: "PostgreSQL confirms commits that are not on the disk",
    async run(world, kills) {
      await set(world, "synchronous_commit", "off");
      // As late as it may be: what is lost is what the writer had not come to.
      await set(world, "wal_writer_delay", "10s");
      try {
        return await killing(world, kills);
      } finally {
        await set(world, "synchronous_commit", "on");
        await set(world, "wal_writer_delay", "200ms");
      }
    },
  },
};

async function set({ sql }: FaultWorld, setting: string, value: string): Promise<void> {
  await sql.unsafe(`alter system set ${setting} = '${value}'`);
  await sql`select pg_reload_conf()`;
}
