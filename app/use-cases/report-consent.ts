import type { CustomerCase } from "~/domain/cases/customer-case";
import { isLive } from "~/domain/consent/lifecycle";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { ConsentRegister } from "~/ports/consent-register";
import type { CustomerCases } from "~/ports/customer-cases";
import type { changeConsent } from "./change-consent";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly cases: Pick<CustomerCases, "open">;
  readonly changeConsent: ReturnType<typeof changeConsent>;
  newCase(): CustomerCase;
}

interface Report {
  readonly consentId: ConsentId;
  readonly customer: CustomerId;
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

/**
 * A customer does not recognise what stands on their pages (D-24): it is stopped, where there is something to stop, and
 * the bank's fraud team hears of it. The case is opened in the statement that records the stop; where no stop is recorded,
 * because the consent has ended or is being ended, by itself.
 *
 * @throws DeskUnavailable when it could not be recorded
 */
export const reportConsent =
  ({ register, cases, changeConsent, newCase }: Needs) =>
  async ({ consentId, customer, idempotencyKey, correlationId }: Report): Promise<"reported" | "not-found"> => {
    const consent = await register.find(consentId, { customer });
    if (!consent) return "not-found";
    const report = newCase();
    const { clientId, kind } = consent;
    if (isLive(consent.status)) {
      const stopped = await changeConsent({
        move: "stop",
        reason: "not-me",
        actor: { type: "customer", id: customer },
        consentId,
        idempotencyKey,
        correlationId,
        report,
      });
      if (!stopped.ok && stopped.error === "not-found") return "not-found";
    }
    await cases.open(report, { customer, consentId, clientId, kind, correlationId });
    return "reported";
  };
