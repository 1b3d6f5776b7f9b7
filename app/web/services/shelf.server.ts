import type { Database } from "#db/client.server";
import { createAccessHistory } from "#db/queries/access-history";
import { createAuthorityContact } from "#db/queries/authority-contact";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentLists } from "#db/queries/consent-lists";
import { createOwnAnswers } from "#db/queries/own-answers";
import { createSignedRequests } from "#db/queries/signed-requests";
import { createSigningDesk } from "#db/queries/signing-desk";
import { createTppFacts } from "#db/queries/tpp-facts";
import type { Bank } from "~/ports/bank";
import type { CustomerVault } from "~/ports/customer-vault";
import { viewShelf } from "~/use-cases/view-shelf";
import { log } from "../log.server";

interface Needs {
  readonly bank: Bank;
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** A customer's consents as lists. */
export function wireShelf(db: Database, given: Needs) {
  const signed = createSignedRequests(db);
  return {
    signedRequests: signed,
    viewShelf: viewShelf({
      lists: createConsentLists(db),
      bank: given.bank,
      waiting: createSigningDesk(db, given),
      signed,
      changes: createConsentChanges(db, given),
      reads: createAccessHistory(db),
      answers: createOwnAnswers(db, given.vault),
      facts: createTppFacts(db),
      lastHeard: createAuthorityContact(db).lastHeard,
      bankAway: (err) => log().warn({ err }, "the bank did not name a customer's accounts"),
    }),
  };
}
