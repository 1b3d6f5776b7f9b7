import { isLive, isOpen } from "~/domain/consent/lifecycle";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { enGB } from "~/i18n/en-GB/index";
import { paths } from "~/paths";
import type { AgreedLinesView, ConsentDetailView } from "~/ui/admin/consent-detail-view";
import type { FactView } from "~/ui/admin/fact-view";
import { KIND_WORDS, minute } from "~/ui/admin/staff-words";
import { presentAgreed, unknownOf } from "~/ui/own-consent/present-agreed";
import { maskedNumber, nicknameOf } from "~/ui/present-account";
import type { Bank } from "~/ui/present-frame";
import type { StaffConsent } from "~/use-cases/view-consent-as-staff";

/** Whose it is, what it is, and since when. */
export function presentFacts({ consent, people, pausedUntil }: StaffConsent): readonly FactView[] {
  const { customer, kind, createdAt, agreedAt, changedAt, expiresAt, confirmedAt, supersededBy, version } = consent;
  const fact = (label: string, value: string): readonly FactView[] => [{ label, value }];
  return [
    ...(customer
      ? [{ label: "Customer", value: nameOf(people.get(customer)), code: customer, href: searchFor(customer) }]
      : fact("Customer", "Nobody yet: it was not answered")),
    ...fact("Kind", KIND_WORDS[kind]),
    ...fact("Asked for", minute(createdAt)),
    ...(agreedAt ? fact("Agreed to", minute(agreedAt)) : []),
    ...fact("Last changed", `${minute(changedAt)}, version ${version}`),
    ...fact(isOpen(consent.status) ? "Ends" : "End date", expiresAt ? minute(expiresAt) : "No end date"),
    ...(pausedUntil ? fact("Pause ends by itself", minute(pausedUntil)) : []),
    ...(confirmedAt ? fact("Seen the same at the authorization server", minute(confirmedAt)) : []),
    ...(supersededBy
      ? [{ label: "Replaced by", value: "", code: supersededBy, href: paths.adminConsent(supersededBy) }]
      : []),
  ];
}

/** The bank says who somebody is; it may be away. */
const nameOf = (name: string | undefined): string => isolated(plainText(name) ?? "Name not known now");

const searchFor = (customer: string) => `${paths.adminConsents}?${new URLSearchParams({ q: customer })}`;

/** Accounts by name and last four, as of now or as they were called then. */
export function presentAccounts({ consent, of }: StaffConsent): ConsentDetailView["accounts"] {
  const named = of?.own.accounts ?? [];
  const unnamed = new Set(consent.accountIds).size - named.length;
  const facts = [
    ...named.map((account) => ({
      label: nicknameOf(account, enGB),
      value: `${enGB.account.kinds[account.kind]} ${isolated(maskedNumber(account.number).shown)}${
        account.open ? "" : ", closed"
      }${account.holders.length > 1 ? `, held by ${account.holders.length}` : ""}`,
      code: account.id,
    })),
    ...(unnamed > 0 ? [{ label: enGB.connectionDetail.unnamedAccounts(unnamed), value: "" }] : []),
  ];
  return {
    facts,
    ...(of?.own.accountsAsOfThen &&
      named.length > 0 && { note: "The bank does not say now: named as they were when the customer agreed." }),
  };
}

/** What was agreed to, in the words that the customer read; absent where nobody told us. */
export function presentAgreedLines(
  { consent, of }: StaffConsent,
  given: { readonly app: string; readonly bank: Bank; readonly now: Date },
): AgreedLinesView | undefined {
  const agreed = of?.own.agreed;
  const live = isLive(consent.status);
  const onlyAsked = consent.agreedAt === undefined || consent.status === "partially-authorised";
  const terms = { ...consent, ...(agreed && { agreed }), isLive: live, onlyAsked };
  const view = presentAgreed(terms, { ...given, words: enGB });
  if (!view) return undefined;
  const unknown = unknownOf(consent.permissions);
  return {
    note: [
      onlyAsked ? "Asked for, and not agreed to." : "In the words of the customer's own page, in English.",
      ...(unknown > 0 ? [enGB.connectionDetail.otherPermissions(unknown)] : []),
    ].join(" "),
    groups: groupsOf(view),
  };
}

function groupsOf(view: NonNullable<ReturnType<typeof presentAgreed>>): AgreedLinesView["groups"] {
  if (view.kind === "account-access") {
    return view.clusters.map(({ title, lines, history }) => ({
      title,
      lines: [...lines.map(({ text }) => text), ...(history === undefined ? [] : [history])],
    }));
  }
  const limits =
    view.kind === "domestic-vrp"
      ? [{ title: view.limits.title, lines: view.limits.items.map(({ text }) => text) }]
      : [];
  return [
    ...limits,
    ...view.facts.map(({ label, value, values = [] }) => ({ title: label, lines: [value, ...values] })),
  ];
}
