import type { Database } from "#db/client.server";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createCustomerCases } from "#db/queries/customer-cases";
import type { Env } from "~/env.server";
import { announceCases } from "~/jobs/announce-cases";
import { endPauses } from "~/jobs/end-pauses";
import type { Job } from "~/jobs/job";
import { settleChanges } from "~/jobs/settle-changes";
import { settleUnfinished } from "~/jobs/settle-unfinished";
import type { CustomerVault } from "~/ports/customer-vault";
import { changeConsent } from "~/use-cases/change-consent";
import { decideConsent } from "~/use-cases/decide-consent";
import { findResemblance } from "~/use-cases/find-resemblance";
import { giveMoreTime } from "~/use-cases/give-more-time";
import { goOn } from "~/use-cases/go-on";
import { keepDraft } from "~/use-cases/keep-draft";
import { keepShown } from "~/use-cases/keep-shown";
import { logInAgain } from "~/use-cases/log-in-again";
import { openVisit } from "~/use-cases/open-visit";
import { previewOwnData } from "~/use-cases/preview-own-data";
import { readFile } from "~/use-cases/read-file";
import { settleChange } from "~/use-cases/settle-change";
import { settleDecision } from "~/use-cases/settle-decision";
import { turnAway } from "~/use-cases/turn-away";
import { viewConnection } from "~/use-cases/view-connection";
import { viewConsentRequest } from "~/use-cases/view-consent-request";
import { raiseAlert } from "../alerts.server";
import { log } from "../log.server";
import { createSeal } from "../seal.server";
import { wireFactors } from "./factors.server";
import { wireStopping } from "./stopping.server";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly upstreams: Upstreams;
  readonly settings: Env;
}

/** What customers and staff decide, and how it gets to the authorization server. */
function wire(db: Database, { tenant, vault, upstreams: { authorizationServer, bank }, settings }: Needs) {
  const desk = createConsentDesk(db, {
    tenant,
    seal: createSeal("consent-desk"),
    vault,
    signatureDays: settings.SIGNATURE_DUE_DAYS,
  });
  const needs = { authorizationServer, bank, desk };
  const changes = createConsentChanges(db, { tenant, vault });
  const settle = settleChange({ authorizationServer, changes });
  const change = changeConsent({ authorizationServer, changes, settleChange: settle });
  return { authorizationServer, desk, needs, changes, settle, change };
}

export function wireDecisions(db: Database, given: Needs) {
  const { authorizationServer, desk, needs, changes, change, settle } = wire(db, given);
  const register = createConsentRegister(db);
  const view = viewConsentRequest({ ...needs, riskSignal: given.upstreams.riskSignal });
  const now = () => new Date();
  const { askFactor, ...confirming } = wireFactors(db, given, { desk, viewConsentRequest: view, now });
  return {
    readHandoff: (query: URLSearchParams) => authorizationServer.readHandoff(query),
    openVisit: openVisit(needs),
    turnAway: turnAway(needs),
    viewConsentRequest: view,
    connectionOf: viewConnection({ register }),
    resemblanceOf: findResemblance({
      register,
      bank: given.settings.brand.name,
      alert: (client, resembles) => raiseAlert("look-alike-name", { client, resembles }),
    }),
    previewOwnData: previewOwnData({
      bank: needs.bank,
      noExample: (why) => log().warn({ why }, "the bank gave no example of what would be shared"),
    }),
    readFile: readFile(needs),
    keepShown: keepShown({ desk }),
    keepDraft: keepDraft({ desk }),
    decideConsent: decideConsent({ desk, viewConsentRequest: view, now, ...(askFactor && { askFactor }) }),
    ...confirming,
    settleDecision: settleDecision(needs),
    goOn: goOn(needs),
    giveMoreTime: giveMoreTime(needs),
    logInAgain: logInAgain(needs),
    decisionOf: desk.decisionOf,
    caseOf: createCustomerCases(db, given.tenant, given.vault).ofVisit,
    follow: desk.follow,
    ...wireStopping(db, given, { changes, change, settle, register }),
    changeOf: changes.find,
  };
}

/** What brings to an end what was left in between. */
export function decisionJobs(db: Database, given: Needs): readonly Job[] {
  const { desk, needs, changes, change, settle } = wire(db, given);
  return [
    settleUnfinished({ unfinished: desk.unfinished, settle: settleDecision(needs) }),
    settleChanges({ changes, settle }),
    endPauses({ changes, change }),
    announceCases({
      cases: createCustomerCases(db, given.tenant, given.vault),
      announce: (alert) => log().warn({ event: "case-opened", case: alert }, "a customer did not expect a request"),
    }),
  ];
}
