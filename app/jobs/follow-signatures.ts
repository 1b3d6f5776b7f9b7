import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { SigningUpkeep } from "~/ports/signing-desk";
import type { Job } from "./job";

interface Needs {
  readonly desk: SigningUpkeep;
  readonly bank: Pick<Bank, "tellOfSignatures">;
  readonly authorizationServer: Pick<AuthorizationServer, "revokeConsent" | "signaturesComplete">;
}

const BATCH = 20;

/**
 * Ends what was not signed in time (T7), tells the bank how far the signatures of each consent have come, and the
 * authorization server what came to nothing, whose data may flow now (P-08), and what the signed one takes the place of
 * (P-11). Each is done again until it was taken, and doing it twice is doing it once.
 */
export const followSignatures = ({ desk, bank, authorizationServer }: Needs): Job => ({
  name: "follow-signatures",
  everyMs: 1_000,
  async round(signal) {
    const overdue = await desk.endOverdue(BATCH);
    let told = 0;
    let ended = 0;
    // The bank first: its orders wait, and none of them goes on by what the authorization server is told.
    for (const news of signal.aborted ? [] : await desk.claimUntold(BATCH)) {
      if (signal.aborted) break;
      const { consentId, correlationId } = news;
      if (!(await isTaken(bank.tellOfSignatures(consentId, news.told, { correlationId })))) continue;
      await desk.told(news);
      told += 1;
    }
    for (const consent of signal.aborted ? [] : await desk.claimUnended(BATCH)) {
      if (signal.aborted) break;
      const { consentId, correlationId, because } = consent;
      const why = {
        by: because === "signer-declined" ? "customer" : "bank",
        reason: because.replace("-", "_"),
      } as const;
      if (!(await isTaken(authorizationServer.revokeConsent(consentId, why, { correlationId })))) continue;
      await desk.ended(consent);
      ended += 1;
    }
    let released = 0;
    for (const consent of signal.aborted ? [] : await desk.claimHeldBack(BATCH)) {
      if (signal.aborted) break;
      const { consentId, correlationId } = consent;
      if (!(await isTaken(authorizationServer.signaturesComplete(consentId, { correlationId })))) continue;
      await desk.released(consent);
      released += 1;
    }
    let replaced = 0;
    for (const consent of signal.aborted ? [] : await desk.claimUnreplaced(BATCH)) {
      if (signal.aborted) break;
      const { consentId, replaces, correlationId } = consent;
      const why = { by: "customer", reason: "superseded", successor: consentId } as const;
      if (!(await isTaken(authorizationServer.revokeConsent(replaces, why, { correlationId })))) continue;
      await desk.replaced(consent);
      replaced += 1;
    }
    return {
      counts: { overdue, told, ended, released, replaced },
      more: [overdue, told, ended, released, replaced].includes(BATCH),
    };
  },
});

/** Who cannot be reached is asked again; what the authorization server holds as ended already needs no end. */
async function isTaken(asked: Promise<void>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof BankUnavailable) return false;
    if (error instanceof AuthorityError) return error.failure !== "unavailable";
    throw error;
  }
}
