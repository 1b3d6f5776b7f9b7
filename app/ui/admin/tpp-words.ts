import type { SuspensionScope } from "~/domain/approvals/act";
import type { AppRole } from "~/domain/tpp/app-facts";
import type { Changed, Compared, Standing } from "~/domain/tpp/registration";
import type { standingOf } from "~/domain/tpp/suspension";
import type { StandingView } from "./standing-view";

export const STANDING_WORDS = {
  active: { word: "Active", tone: "good" },
  barred: { word: "No longer authorised", tone: "bad" },
  unlisted: { word: "Not in the register", tone: "wait" },
} as const satisfies Record<Standing, StandingView>;

export const ROLE_WORDS = {
  "account-information": "Account information",
  "payment-initiation": "Payments",
  "funds-confirmation": "Funds confirmation",
} as const satisfies Record<AppRole, string>;

export const SCOPE_WORDS = {
  "new-consents": {
    name: "New consents",
    means: "Customers are asked for nothing new. What they agreed to goes on.",
    held: "no new consents",
  },
  payments: {
    name: "Payments",
    means: "No payment is made with it, and none is asked for. Account information goes on.",
    held: "no payments",
  },
  "all-access": {
    name: "All access",
    means: "It gets no data, no token and no payment, and customers are asked for nothing.",
    held: "no access",
  },
} as const satisfies Record<SuspensionScope, { name: string; means: string; held: string }>;

type Affected = Readonly<Record<"consents" | "payments" | "vrps" | "waiting", number>>;

/** Of a suspension that nobody would notice for now; undefined when somebody would. */
export function whyNobodyNotices(scope: SuspensionScope, affected: Affected): string | undefined {
  const { consents, payments, vrps, waiting } = affected;
  if (scope === "new-consents")
    return waiting === 0
      ? "No customer is being asked for anything by it now. It stops what it would ask later."
      : undefined;
  if (scope === "payments")
    return payments === 0 && vrps === 0
      ? "No live consent lets it pay now. It stops what it would pay later."
      : undefined;
  return consents === 0 && waiting === 0
    ? "No customer has a live consent with it now, and none is being asked. It stops what would come later."
    : undefined;
}

export const HOLD_WORDS = {
  holds: { word: "Suspended", tone: "bad" },
  "to-come": { word: "To come", tone: "wait" },
  over: { word: "Over", tone: "over" },
  lifted: { word: "Lifted", tone: "over" },
} as const satisfies Record<ReturnType<typeof standingOf>, StandingView>;

export const CHANGED_WORDS = {
  listed: "First seen in the register",
  standing: "Standing",
  name: "Name",
  firm: "Firm",
  roles: "Roles",
  "certificate-new": "New certificate",
  "certificate-gone": "Certificate gone",
} as const satisfies Record<Changed, string>;

export const COMPARED_WORDS = {
  name: "Name",
  legalName: "Firm",
  organisationId: "Organisation",
  standing: "Standing",
  roles: "Roles",
  website: "Website",
  policy: "Privacy notice",
  terms: "Terms",
  contacts: "Contacts",
} as const satisfies Record<Compared, string>;

/** Why the last look at the register failed. */
export const LOOK_PROBLEMS: Readonly<Record<string, string>> = {
  away: "The register did not answer.",
  "no-register": "No register is set up for this bank.",
};
