import type { Database } from "#db/client.server";
import { createAccessHistory } from "#db/queries/access-history";
import { createAppTold } from "#db/queries/app-told";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentDossier } from "#db/queries/consent-dossier";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createOwnAnswers } from "#db/queries/own-answers";
import { createSigningDesk } from "#db/queries/signing-desk";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createStaffLooks } from "#db/queries/staff-looks";
import { createTppFacts } from "#db/queries/tpp-facts";
import type { ConsentId } from "~/domain/shared/ids";
import { forgetSessions } from "~/jobs/forget-sessions";
import type { Job } from "~/jobs/job";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { CustomerVault } from "~/ports/customer-vault";
import { viewConsentAsStaff } from "~/use-cases/view-consent-as-staff";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly bank: Bank;
  readonly upstreams: { readonly authorizationServer: Pick<AuthorizationServer, "capabilities"> };
}

/** What members of staff look at of one consent, and why they do. */
export function wireStaffConsents(db: Database, { tenant, vault, bank, upstreams: { authorizationServer } }: Needs) {
  const register = createConsentRegister(db);
  const customersOwn = createOwnAnswers(db, vault);
  return {
    staffLooks: createStaffLooks(db, { tenant, vault }),
    /** The bank sees every consent. */
    consentForStaff: (id: ConsentId) => register.find(id, "bank"),
    viewConsentAsStaff: viewConsentAsStaff({
      register,
      answers: customersOwn,
      changes: createConsentChanges(db, { tenant, vault }),
      told: createAppTold(db),
      access: createAccessHistory(db),
      facts: createTppFacts(db),
      waiting: createSigningDesk(db, { tenant, vault }),
      bank,
      authorizationServer,
      dossier: createConsentDossier(db, vault),
      staffDesk: createStaffDesk(db, tenant),
    }),
  };
}

export const staffConsentJobs = (db: Database, needs: Pick<Needs, "tenant" | "vault">): readonly Job[] => [
  { ...forgetSessions({ sessions: createStaffLooks(db, needs) }), name: "forget-staff-looks" },
];
