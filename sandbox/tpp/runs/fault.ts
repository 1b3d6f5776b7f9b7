import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import type { Exchange } from "../protocol/exchange.ts";
import type { StepOutcome } from "./step.ts";
import { StepFault } from "./step-fault.ts";

/**
 * Why a step ended, in a sentence. Takes nothing from an error but its public protocol fields and the library's own
 * fixed messages: causes may hold tokens.
 */
export function faultOf(error: unknown, last: Exchange | undefined): { outcome: StepOutcome; problem: string } {
  if (error instanceof StepFault) return { outcome: error.outcome, problem: error.message };
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) {
    const description = error.error_description ? `: ${error.error_description}` : "";
    return { outcome: "refused", problem: `The server answered ${error.error}${description}.` };
  }
  if (last?.problem)
    return { outcome: "failed", problem: `${new URL(last.request.url).host} did not answer: ${last.problem}.` };
  if (last?.response && last.response.status >= 400) {
    return { outcome: "refused", problem: `The server answered ${last.response.status}.` };
  }
  return { outcome: "failed", problem: error instanceof Error ? `Stopped: ${error.message}.` : "Stopped." };
}
