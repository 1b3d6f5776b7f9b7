import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

type Upstream = "authorizationServer" | "bank";

const killing = (world: FaultWorld, which: Upstream, kills: number, settleMs?: number): Promise<Tried> =>
  killedMidDecision({
    world,
    kills,
    seed: `${which} is killed`,
    kill: world[which].kill,
    restart: () => world[which].start(),
    ...(settleMs !== undefined && { settleMs }),
  });

export const upstreamsKilled: Trial = {
  figure: "R2",
  what: "kill -9 of the authorization server, then of the bank, in the middle of decisions",
  times: { long: 50, short: 2, control: 2 },
  async run(world, kills) {
    const authority = await killing(world, "authorizationServer", kills);
    const bank = await killing(world, "bank", kills);
    return {
      done: `the authorization server: ${authority.done}; the bank: ${bank.done}`,
      findings: [...authority.findings, ...bank.findings],
    };
  },
  control: {
    broken: "nothing finishes what an outage left in between",
    async run(world, kills) {
      await world.app.start({ WORKER: "off" });
      try {
        return await killing(world, "authorizationServer", kills, 6_000);
      } finally {
        await world.app.start();
      }
    },
  },
};
