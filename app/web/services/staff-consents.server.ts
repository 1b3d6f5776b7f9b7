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
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { ConsentId } from "~/domain/shared/ids";
import { forgetSessions } from "~/jobs/forget-sessions";
import type { Job } from "~/jobs/job";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { CustomerVault } from "~/ports/customer-vault";
import { holdConsent, releaseConsent, revokeConsent } from "~/use-cases/act-on-consent";
import { changeConsent } from "~/use-cases/change-consent";
import { settleChange } from "~/use-cases/settle-change";
import { viewConsentAsStaff } from "~/use-cases/view-consent-as-staff";
import { viewStaffAct } from "~/use-cases/view-staff-act";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly bank: Bank;
  readonly upstreams: { readonly authorizationServer: AuthorizationServer };
}

/** What members of staff look at of one consent, why they do, and what they do about it. */
export function wireStaffConsents(db: Database, { tenant, vault, bank, upstreams: { authorizationServer } }: Needs) {
  const changes = createConsentChanges(db, { tenant, vault });
  const change = changeConsent({
    authorizationServer,
    changes,
    settleChange: settleChange({ authorizationServer, changes }),
  });
  const register = createConsentRegister(db);
  const customersOwn = createOwnAnswers(db, vault);
  return {
    staffLooks: createStaffLooks(db, { tenant, vault }),
    /** The bank sees every consent. */
    consentForStaff: (id: ConsentId) => register.find(id, "bank"),
    viewStaffAct: viewStaffAct({ register, changes, bank }),
    holdConsent: holdConsent({ change }),
    releaseConsent: releaseConsent({ change }),
    revokeConsent: revokeConsent({ change }),
    viewConsentAsStaff: viewConsentAsStaff({
      register,
      answers: customersOwn,
      changes,
      told: createAppTold(db),
      access: createAccessHistory(db),
      facts: createTppFacts(db),
      suspensions: createTppSuspensions(db, tenant),
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
