import { A_SUBJECT_OF, aBankAccount, aConsentRequest } from "~/domain/consent/builders";
import { type ShownStatus, shownStatus } from "~/domain/consent/shown-status";
import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import { endOf } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId, asCustomerId, asDecisionId, asVisitId } from "~/domain/shared/ids";
import type { ConsentVersion, RegisteredConsent } from "~/ports/consent-register";
import type { OwnConsent } from "./view-own-consent";

const AGREED = new Date("2026-02-14T10:00:00Z");
const DECISION = asDecisionId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d6");

export function aVersion(over: Partial<ConsentVersion> = {}): ConsentVersion {
  return {
    version: 2,
    at: AGREED,
    move: "authorise",
    from: "pending",
    to: "authorised",
    by: "customer",
    reason: "customer-approved",
    source: "assent",
    decisionId: DECISION,
    difference: { status: ["pending", "authorised"], accountIds: [[], ["acc-1"]] },
    ...over,
  };
}

export const anImport = (): ConsentVersion => {
  const { from: _from, decisionId: _decision, ...version } = aVersion();
  return { ...version, version: 1, move: "import", to: "pending", by: "tpp", reason: "imported", difference: {} };
};

export function aRegisteredConsent(
  subject: ConsentSubject = A_SUBJECT_OF["account-access"](),
  over: Partial<RegisteredConsent> = {},
): RegisteredConsent {
  const end = endOf(subject);
  return {
    id: asConsentId("aac-1"),
    clientId: asClientId("tpp-beacon"),
    clientName: "Budget Beacon",
    kind: subject.kind,
    customer: asCustomerId("cus-1"),
    status: "authorised",
    reason: "customer-approved",
    version: 2,
    accountIds: ["acc-1"],
    ...(subject.kind === "account-access" && { permissions: [...subject.permissions] }),
    createdAt: AGREED,
    agreedAt: AGREED,
    changedAt: AGREED,
    ...(end && { expiresAt: end }),
    ...over,
  };
}

/** As what a customer has of this kind, and nothing happened since the yes. */
export function anOwnConsent(
  of: ConsentKind | ConsentSubject = "account-access",
  over: Partial<OwnConsent> & { readonly with?: Partial<RegisteredConsent> } = {},
): OwnConsent {
  const subject = typeof of === "string" ? A_SUBJECT_OF[of]() : of;
  const { with: changed, ...rest } = over;
  const consent = aRegisteredConsent(subject, changed);
  const account = aBankAccount({ id: asAccountId("acc-1") });
  const request = aConsentRequest({ id: consent.id, subject });
  const status: ShownStatus = shownStatus(consent);
  return {
    consent,
    status,
    awaited: [],
    versions: [anImport(), aVersion()],
    answers: [
      {
        decisionId: DECISION,
        visit: asVisitId("v1"),
        outcome: "allowed",
        accountIds: ["acc-1"],
        at: AGREED,
        hasReceipt: true,
      },
    ],
    agreed: { at: AGREED, request, offered: [{ account }] },
    accounts: [account],
    accountsAsOfThen: false,
    canRemoveAccount: consent.status === "authorised" && consent.accountIds.length > 1,
    told: [{ version: 2, is: "told", at: new Date("2026-02-14T10:02:00Z") }],
    clusters: [],
    denials: [],
    app: { ...request.requester, at: AGREED, isFresh: false },
    ...rest,
  };
}
