import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

const killing = (world: FaultWorld, kills: number, seed: string, settings: Readonly<Record<string, string>> = {}) =>
  killedMidDecision({
    world,
    kills,
    seed,
    kill: world.app.kill,
    restart: () => world.app.start(settings),
    ...(settings["WORKER"] === "off" && { settleMs: 8_000 }),
  });

export const appKilled: Trial = {
  figure: "R1",
  what: "kill -9 of the app in the middle of decisions",
  times: { long: 200, short: 3, control: 4 },
  run: (world, kills) => killing(world, kills, "the app is killed"),
  control: {
    broken: "nothing finishes what a crash left in between",
    async run(world, kills) {
      await world.app.start({ WORKER: "off" });
      try {
        return await killing(world, kills, "the app is killed, and no job runs", { WORKER: "off" });
      } finally {
        await world.app.start();
      }
    },
  },
};
