import { isLive } from "~/domain/consent/lifecycle";
import { traitsOf } from "~/domain/consent-kinds/index";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { LOOK_REASONS } from "~/domain/staff/look-reason";
import type { StaffPermission } from "~/domain/staff/permission";
import { enGB } from "~/i18n/en-GB/index";
import { paths } from "~/paths";
import type { Look } from "~/ports/staff-looks";
import type { ActView, ConsentDetailView } from "~/ui/admin/consent-detail-view";
import { minute } from "~/ui/admin/staff-words";
import { nameInSentences } from "~/ui/consent-question/present-registration";
import type { Bank } from "~/ui/present-frame";
import type { StaffConsent } from "~/use-cases/view-consent-as-staff";
import { presentPayments, presentQuestions } from "../dashboard.consents.$id/present-uses";
import { presentCases, presentChanges, presentDeliveries, presentSigners } from "./present-dossier";
import { presentAccounts, presentAgreedLines, presentFacts } from "./present-facts";
import { presentReadsOf } from "./present-reads";
import { presentStanding } from "./present-standing";
import { presentTpp } from "./present-tpp";
import { presentVersions } from "./present-versions";

interface Scene {
  readonly may: ReadonlySet<StaffPermission>;
  readonly bank: Bank;
  readonly look: Look;
  readonly readsBefore?: string;
  /** Of an act that nothing came of, as the address says. */
  readonly notDone?: string;
  readonly now: Date;
}

/** One consent: how it stands and why, whose it is, what was agreed to, and everything that became of it. */
export function presentConsentDetail(found: StaffConsent, scene: Scene): ConsentDetailView {
  const { consent, of, underWay } = found;
  const name = plainText(consent.clientName);
  const app = name === undefined ? enGB.stop.theApp : isolated(nameInSentences(name));
  const agreed = presentAgreedLines(found, { app, bank: scene.bank, now: scene.now });
  return {
    title: consent.id,
    status: presentStanding(consent, underWay),
    look: `You look at this because: ${LOOK_REASONS[scene.look.reason]}. That holds until ${minute(scene.look.until)} UTC.`,
    notices: [
      ...(scene.notDone === undefined ? [] : [{ tone: "wait" as const, text: scene.notDone }]),
      ...presentNotices(found),
    ],
    acts: presentActs(found, scene.may),
    facts: presentFacts(found),
    tpp: presentTpp(found),
    accounts: presentAccounts(found),
    ...(agreed && { agreed }),
    ...(of ? presentVersions(of.history, { app, bank: scene.bank }) : { versions: [], olderVersions: 0 }),
    ...(of && presentReadsOf(of.reads, scene.readsBefore)),
    uses: presentUses(found),
    ...presentSigners(found),
    changes: presentChanges(found),
    deliveries: presentDeliveries(found),
    cases: presentCases(found),
  };
}

function presentNotices({ consent, of, cases, underWay }: StaffConsent): ConsentDetailView["notices"] {
  const open = cases.filter(({ state }) => state === "open");
  return [
    ...(underWay
      ? [
          {
            tone: "wait" as const,
            text: `A change is under way since ${minute(underWay.since)}. Look again in a moment.`,
          },
        ]
      : []),
    ...open.map(({ reference }) => ({
      tone: "bad" as const,
      text: `The customer told us that something is wrong: case ${reference} is open.`,
    })),
    ...(of?.own.app?.standing === "barred" && isLive(consent.status)
      ? [{ tone: "bad" as const, text: "The register no longer lets this TPP do what the consent is for." }]
      : []),
    ...(consent.customer && consent.agreedAt && !of?.own.agreed
      ? [{ tone: "wait" as const, text: "The page that was agreed to is not on record here." }]
      : []),
  ];
}

/** Only what would be done: what cannot be done any more has no way to it. */
function presentActs({ consent, underWay }: StaffConsent, may: ReadonlySet<StaffPermission>): readonly ActView[] {
  const { id, status, kind, suspendedBy } = consent;
  if (underWay || !isLive(status)) return [];
  const heldByBank = status === "suspended" && suspendedBy !== "customer";
  return [
    ...(may.has("consents:hold") && !heldByBank && traitsOf(kind).lasts
      ? [{ label: "Hold…", href: paths.adminHold(id) }]
      : []),
    ...(may.has("consents:hold") && heldByBank ? [{ label: "Release…", href: paths.adminRelease(id) }] : []),
    ...(may.has("consents:revoke") ? [{ label: "Revoke…", href: paths.adminRevoke(id) }] : []),
  ];
}

function presentUses({ consent, of }: StaffConsent): ConsentDetailView["uses"] {
  if (!of || consent.accountIds.length === 0) return [];
  if (traitsOf(consent.kind).moves === "money") return [presentPayments(of.own.payments, enGB)];
  return consent.kind === "funds-confirmation" ? [presentQuestions(of.own.questions, enGB)] : [];
}
