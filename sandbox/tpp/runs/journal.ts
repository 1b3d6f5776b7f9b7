import type { CustomFetch } from "openid-client";
import type { Check } from "../protocol/check.ts";
import type { Exchange, Field } from "../protocol/exchange.ts";
import { recordingFetch } from "../protocol/recording-fetch.ts";
import type { TppIdentity } from "../protocol/tpp-identity.ts";
import { faultOf } from "./fault.ts";
import type { Document, Step, StepName, StepOutcome, Table } from "./step.ts";

/** The page that a step is writing while it works. */
export interface Draft {
  /** Records what it says and hears into this step. */
  readonly fetch: CustomFetch;
  readonly exchanges: Exchange[];
  readonly parameters: Field[];
  readonly documents: Document[];
  readonly checks: Check[];
  outcome: StepOutcome;
  table?: Table;
  problem?: string;
}

/** Thrown when a step ended its run. The reason is in the journal already. */
export class StepEnded extends Error {
  override readonly name = "StepEnded";
}

export interface Journal {
  readonly steps: readonly Step[];
  /**
   * Does one step and writes it down, whatever comes of it.
   *
   * @throws StepEnded when `work` threw; the step says why.
   */
  step<T>(name: StepName, work: (draft: Draft) => Promise<T>): Promise<T>;
}

/** Continues `earlier` with steps taken as `identity`. */
export function openJournal(identity: TppIdentity, interactionId: string, earlier: readonly Step[]): Journal {
  const steps = [...earlier];
  return {
    steps,
    async step(name, work) {
      const exchanges: Exchange[] = [];
      const draft: Draft = {
        fetch: recordingFetch(identity.dispatcher, interactionId, exchanges),
        exchanges,
        parameters: [],
        documents: [],
        checks: [],
        outcome: "done",
      };
      const at = new Date().toISOString();
      try {
        return await work(draft);
      } catch (error) {
        const fault = faultOf(error, exchanges.at(-1));
        draft.outcome = fault.outcome;
        draft.problem = fault.problem;
        throw new StepEnded(name, { cause: error });
      } finally {
        const { fetch: _, ...written } = draft;
        steps.push({ name, at, ...written });
      }
    },
  };
}
