import type { Database } from "#db/client.server";
import { createAccessHistory } from "#db/queries/access-history";
import { createAppTold } from "#db/queries/app-told";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createCustomerNotices } from "#db/queries/customer-notices";
import { createOwnAnswers } from "#db/queries/own-answers";
import { createSigningDesk } from "#db/queries/signing-desk";
import { createTppFacts } from "#db/queries/tpp-facts";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { CustomerVault } from "~/ports/customer-vault";
import { saveOwnRecord } from "~/use-cases/save-own-record";
import { viewOwnConsent } from "~/use-cases/view-own-consent";
import { viewOwnHistory, viewOwnPage } from "~/use-cases/view-own-history";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly bank: Bank;
  readonly upstreams: { readonly authorizationServer: Pick<AuthorizationServer, "capabilities"> };
}

/** What a customer can look at of one consent of their own. */
export function wireOwnConsents(db: Database, { tenant, vault, bank, upstreams: { authorizationServer } }: Needs) {
  const register = createConsentRegister(db);
  const answers = createOwnAnswers(db, vault);
  const changes = createConsentChanges(db, { tenant, vault });
  return {
    ownAnswers: answers,
    saveOwnRecord: saveOwnRecord({ register, changes, notices: createCustomerNotices(db) }),
    /** As the app calls itself, for a receipt that rests on no page. */
    ownAppName: async (id: ConsentId, customer: CustomerId) => (await register.find(id, { customer }))?.clientName,
    viewOwnHistory: viewOwnHistory({ register, answers, bank }),
    viewOwnPage: viewOwnPage({ register, answers }),
    viewOwnConsent: viewOwnConsent({
      register,
      answers,
      changes,
      told: createAppTold(db),
      access: createAccessHistory(db),
      facts: createTppFacts(db),
      suspensions: createTppSuspensions(db, tenant),
      waiting: createSigningDesk(db, { tenant, vault }),
      bank,
      authorizationServer,
    }),
  };
}
