import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

type Control = Pick<Parameters<typeof killedMidDecision>[0], "untilMet" | "settleMs">;

const killing = (world: FaultWorld, kills: number, control?: Control) =>
  killedMidDecision({
    ...control,
    world,
    kills,
    seed: "the database is killed",
    kill: world.database.kill,
    restart: world.database.start,
  });

export const databaseKilled: Trial = {
  figure: "R3",
  what: "kill -9 of PostgreSQL, all its processes, in the middle of commits",
  everyKind: true,
  slow: true,
  times: { long: 50, short: 2, control: 12 },
  run: (world, kills) => killing(world, kills),
  control: {
    broken: "PostgreSQL confirms commits that are not on the disk",
    async run(world, kills) {
      await set(world, "synchronous_commit", "off");
      // As late as it may be: what is lost is what the writer had not come to.
      await set(world, "wal_writer_delay", "10s");
      try {
        return await killing(world, kills, { untilMet: ["confirmed"], settleMs: 6_000 });
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
