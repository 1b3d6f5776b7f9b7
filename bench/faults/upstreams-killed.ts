import { killedMidDecision } from "./killed-mid-decision.ts";
import type { Trial, Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

type Upstream = "authorizationServer" | "bank";
type Control = Pick<Parameters<typeof killedMidDecision>[0], "untilMet" | "settleMs">;

const killing = (world: FaultWorld, which: Upstream, kills: number, control?: Control): Promise<Tried> =>
  killedMidDecision({
    ...control,
    world,
    kills,
    seed: `${which} is killed`,
    kill: world[which].kill,
    restart: () => world[which].start(),
  });

export const upstreamsKilled: Trial = {
  figure: "R2",
  what: "kill -9 of the authorization server, then of the bank, in the middle of decisions",
  everyKind: true,
  slow: true,
  times: { long: 50, short: 0, control: 12 },
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
        const untilMet = ["on record and not sent", "sent and not settled"] as const;
        return await killing(world, "authorizationServer", kills, { untilMet, settleMs: 6_000 });
      } finally {
        await world.app.start();
      }
    },
  },
};
