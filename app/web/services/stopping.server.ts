import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "#db/client.server";
import { createAppTold } from "#db/queries/app-told";
import { createCustomerCases } from "#db/queries/customer-cases";
import { caseReference } from "~/domain/cases/customer-case";
import { asCaseId } from "~/domain/shared/ids";
import type { ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import type { ConsentRegister } from "~/ports/consent-register";
import type { CustomerVault } from "~/ports/customer-vault";
import type { changeConsent } from "~/use-cases/change-consent";
import { reportConsent } from "~/use-cases/report-consent";
import { stopMany } from "~/use-cases/stop-many";
import { viewBatch } from "~/use-cases/view-batch";
import { viewStopping } from "~/use-cases/view-stopping";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly upstreams: Pick<Upstreams, "authorizationServer" | "bank">;
}

interface Changing {
  readonly changes: ConsentChanges;
  readonly change: ReturnType<typeof changeConsent>;
  readonly settle: (change: RecordedChange, patienceMs: number) => Promise<RecordedChange>;
  readonly register: ConsentRegister;
}

/** What customers stop, pause and report on their own pages. */
export function wireStopping(
  db: Database,
  { tenant, vault, upstreams: { authorizationServer, bank } }: Needs,
  { changes, change, settle, register }: Changing,
) {
  const cases = createCustomerCases(db, tenant, vault);
  const appTold = createAppTold(db);
  return {
    changeConsent: change,
    viewStopping: viewStopping({ register, changes, cases, appTold, bank, authorizationServer }),
    reportConsent: reportConsent({
      register,
      cases,
      changeConsent: change,
      newCase: () => ({
        id: asCaseId(uuidv7()),
        kind: "not-recognised",
        reference: caseReference(randomBytes(8)),
      }),
    }),
    liveConsentsOf: register.liveOf,
    stopMany: stopMany({ changes, settleChange: settle }),
    viewBatch: viewBatch({ changes, register }),
  };
}
