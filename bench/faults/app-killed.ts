import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial } from "./trial.ts";

export const appKilled: Trial = {
  figure: "R1",
  what: "kill -9 of the app in the middle of decisions",
  everyKind: true,
  slow: true,
  times: { long: 200, short: 2, control: 12 },
  run: (world, kills) =>
    killedMidDecision({
      world,
      kills,
      seed: "the app is killed",
      kill: world.app.kill,
      restart: () => world.app.start(),
    }),
  control: {
    broken: "nothing finishes what a crash left in between",
    async run(world, kills) {
      await world.app.start({ WORKER: "off" });
      try {
        return await killedMidDecision({
          world,
          kills,
          seed: "the app is killed, and no job runs",
          kill: world.app.kill,
          restart: () => world.app.start({ WORKER: "off" }),
          untilMet: ["on record and not sent", "sent and not settled"],
          settleMs: 6_000,
        });
      } finally {
        await world.app.start();
      }
    },
  },
};
