import type { StepOutcome } from "./step.ts";

/** Ends a step with a sentence for the page. */
export class StepFault extends Error {
  override readonly name = "StepFault";
  constructor(
    message: string,
    readonly outcome: StepOutcome = "failed",
  ) {
    super(message);
  }
}
