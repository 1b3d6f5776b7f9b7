import { standingOf } from "~/domain/tpp/suspension";
import type { ActRunner, Approval } from "~/ports/approvals";
import type { TppSuspensions } from "~/ports/tpp-suspensions";

interface Needs {
  readonly suspensions: Pick<TppSuspensions, "suspend" | "lift" | "find">;
}

const approvedBy = ({ id: approvalId, askedBy, correlationId }: Approval) => ({ approvalId, askedBy, correlationId });

/** Runs what two people agreed on of an app. Run again it does nothing more, and says the same. */
export const runSuspension = ({ suspensions }: Needs) =>
  ({
    "suspend-tpp": async ({ payload }, approval) =>
      (await suspensions.suspend(payload, approvedBy(approval))) ? "done" : "failed",
    "lift-suspension": async ({ payload: { suspensionId, clientId } }, approval) => {
      if (await suspensions.lift(suspensionId, clientId, approvedBy(approval))) return "done";
      // What is lifted already, by an earlier run of this or by its time, is as it was to be.
      const found = await suspensions.find(suspensionId);
      return found?.clientId === clientId && ["over", "lifted"].includes(standingOf(found, new Date()))
        ? "done"
        : "failed";
    },
  }) satisfies ActRunner;
