import type { Database } from "#db/client.server";
import { createSigningDesk } from "#db/queries/signing-desk";
import { followSignatures } from "~/jobs/follow-signatures";
import type { Job } from "~/jobs/job";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { CustomerVault } from "~/ports/customer-vault";
import { declineRequest, signRequest, viewSigning } from "~/use-cases/sign-request";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly bank: Bank;
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** What takes a yes from more than one customer. */
export function wireSignatures(db: Database, given: Needs) {
  const desk = createSigningDesk(db, given);
  const needs = { desk, bank: given.bank };
  return {
    waitingSignatures: desk,
    viewSigning: viewSigning(needs),
    signRequest: signRequest(needs),
    declineRequest: declineRequest(needs),
  };
}

export const signatureJobs = (db: Database, given: Needs): readonly Job[] => [
  followSignatures({ ...given, desk: createSigningDesk(db, given) }),
];
