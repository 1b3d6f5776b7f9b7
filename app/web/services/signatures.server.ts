import type { Database } from "#db/client.server";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createSigningDesk } from "#db/queries/signing-desk";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { Env } from "~/env.server";
import { followSignatures } from "~/jobs/follow-signatures";
import type { Job } from "~/jobs/job";
import type { CustomerVault } from "~/ports/customer-vault";
import { agreeToSign } from "~/use-cases/agree-to-sign";
import { confirmSigning, sendSigningCode, signingStanding, viewSigningConfirmation } from "~/use-cases/confirm-signing";
import { keepShown } from "~/use-cases/keep-shown";
import { showSigning } from "~/use-cases/show-signing";
import { declineRequest, signRequest } from "~/use-cases/sign-request";
import { viewSigning } from "~/use-cases/view-signing";
import { createSeal } from "../seal.server";
import { factorParts } from "./factors.server";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly upstreams: Upstreams;
  readonly settings: Env;
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** What takes a yes from more than one customer. */
export function wireSignatures(db: Database, given: Needs) {
  const { bank } = given.upstreams;
  const desk = createSigningDesk(db, given);
  const consentDesk = createConsentDesk(db, { ...given, seal: createSeal("consent-desk") });
  const { factorDesk, factors, ask, bring, meet } = factorParts(db, given);
  const view = viewSigning({ desk, bank, suspensions: createTppSuspensions(db, given.tenant) });
  const agree = agreeToSign({ view, consentDesk, now: () => new Date() });
  const standing = signingStanding({ factorDesk, agree });
  return {
    waitingSignatures: desk,
    viewSigning: view,
    showSigning: showSigning({ desk, keep: keepShown({ desk: consentDesk }) }),
    signRequest: signRequest({ desk, agree, askFactor: ask, riskSignal: given.upstreams.riskSignal }),
    declineRequest: declineRequest({ desk, view }),
    viewSigningConfirmation: viewSigningConfirmation({ standing, factors }),
    sendSigningCode: sendSigningCode({ standing, bring }),
    confirmSigning: confirmSigning({ standing, desk, meet }),
  };
}

export const signatureJobs = (db: Database, given: Needs): readonly Job[] => [
  followSignatures({ ...given.upstreams, desk: createSigningDesk(db, given) }),
];
