import type { Finding } from "./judge.ts";
import type { FaultWorld } from "./world.ts";

/** One way of bad luck: what is done, and what must not be found afterwards. */
export interface Trial {
  /** Of the reliability figures: "R1". */
  readonly figure: string;
  readonly what: string;
  /** It goes by what is asked: tried with every kind of consent. Otherwise with account access alone. */
  readonly everyKind?: true;
  /** It waits for what it killed, so that each kind takes its time: a sample does with two, or without it. */
  readonly slow?: true;
  /** How often in all, in the long form and with each kind in the short one, of which 0 leaves it out. */
  readonly times: { readonly long: number; readonly short: number; readonly control: number };
  run(world: FaultWorld, times: number): Promise<Tried>;
  readonly control: {
    /** What is broken on purpose. */
    readonly broken: string;
    /** The same with that broken, and everything mended again afterwards. What it finds shows that the trial can fail. */
    run(world: FaultWorld, times: number): Promise<Tried>;
  };
}

export interface Tried {
  /** What was counted: "200 kills, 3200 decisions". */
  readonly done: string;
  readonly findings: readonly Pick<Finding, "fault" | "what">[];
}
