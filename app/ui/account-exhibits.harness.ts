import { aBankAccount, aConsentRequest, aDomesticPayment } from "~/domain/consent/builders";
import type { EarlierSharing } from "~/domain/consent/connection";
import { type BankAccount, offerAccounts } from "~/domain/consent/offered-account";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import type { Exhibit } from "./exhibit";
import { consent } from "./exhibits.harness";
import {
  HOSTILE,
  LONG,
  payable,
  payment,
  paymentRequest,
  shareable,
  usual,
  usualRequest,
} from "./gallery-cast.harness";

const KINDS = ["current", "current", "savings", "credit-card"] as const;

/** So many accounts of three kinds, every ninth of them closed. */
export const accounts = (count: number, over: (at: number) => Partial<BankAccount> = () => ({})): BankAccount[] =>
  Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? "current";
    const digits = String(1000 + at);
    return aBankAccount({
      id: asAccountId(`acc-${at + 1}`),
      nickname: `${["Bills", "Household", "Rainy day", "Travel"][at % 4]} ${at + 1}`,
      kind,
      canPay: kind === "current",
      open: at % 9 !== 8,
      number:
        kind === "credit-card"
          ? { scheme: "card", identification: `492942000000${digits}` }
          : { scheme: "sort-code-account-number", identification: `2040502233${digits}` },
      ...over(at),
    });
  });

const twelve = offerAccounts(accounts(13), usual);
const hundreds = offerAccounts(accounts(225), usual);
const both = offerAccounts(
  accounts(6, (at) => ({ profile: at < 3 ? ("personal" as const) : ("business" as const) })),
  usual,
);
const ticked = (exhibit: Exhibit): Exhibit => ({ ...exhibit, keepsTicks: true });

const lastAgreedAt = new Date("2026-01-12T10:00:00Z");
const sharing = (permissions: readonly string[], accountIds: readonly string[]): EarlierSharing => ({
  id: asConsentId("aac-0"),
  since: lastAgreedAt,
  permissions,
  accountIds: accountIds.map(asAccountId),
});

/** As a payment's log-in may be: accounts are named, and nothing that is on them is said (P-21). */
const ONE_FACTOR = { acr: "urn:openbanking:psd2:ca", amr: ["pwd"] };

/** Choosing among many accounts: searched, in parts, of one capacity, and those that cannot be had; and what the app has already. */
export const ACCOUNT_EXHIBITS: readonly Exhibit[] = [
  consent("access-one-factor", { request: { ...usualRequest, authentication: ONE_FACTOR }, offered: shareable }),
  consent("payment-one-factor", { request: { ...paymentRequest, authentication: ONE_FACTOR }, offered: payable }),
  consent("accounts-twelve", { request: usualRequest, offered: twelve }),
  ticked(
    consent("accounts-found", {
      request: usualRequest,
      offered: twelve,
      draft: { chosen: ["acc-1", "acc-3"], find: "rainy" },
    }),
  ),
  consent("accounts-none-found", { request: usualRequest, offered: twelve, draft: { chosen: [], find: `${LONG} ?` } }),
  consent("accounts-hostile-search", { request: usualRequest, offered: twelve, draft: { chosen: [], find: HOSTILE } }),
  consent("accounts-nothing-chosen-of-many", { request: usualRequest, offered: twelve, problem: "choose-an-account" }),
  consent("accounts-hundreds", { request: usualRequest, offered: hundreds }),
  ticked(
    consent("accounts-hundreds-more", {
      request: usualRequest,
      offered: hundreds,
      draft: { chosen: ["acc-2"], parts: 2 },
    }),
  ),
  consent("accounts-which-profile", { request: usualRequest, offered: both }),
  consent("accounts-profile-first", { request: usualRequest, offered: both, problem: "choose-an-account" }),
  consent("accounts-of-a-business", {
    request: usualRequest,
    offered: both,
    draft: { chosen: [], profile: "business", setAside: ["acc-1"] },
  }),
  ticked(
    consent("accounts-chosen-and-none-found", {
      request: usualRequest,
      offered: twelve,
      draft: { chosen: ["acc-1"], find: "zzz" },
    }),
  ),
  consent("accounts-to-pay-from", {
    request: aConsentRequest({ subject: payment }),
    offered: offerAccounts(accounts(26), aDomesticPayment()),
  }),
  consent("first-connection", { request: usualRequest, offered: shareable, connection: { sharing: [] } }),
  consent("connected-before", {
    request: aConsentRequest({ subject: payment }),
    offered: payable,
    connection: { lastAgreedAt, sharing: [] },
  }),
  consent("already-sharing", {
    request: usualRequest,
    offered: shareable,
    connection: { lastAgreedAt, sharing: [sharing(["ReadAccountsDetail", "ReadBalances"], ["acc-1", "acc-2"])] },
  }),
  consent("already-sharing-often", {
    request: usualRequest,
    offered: offerAccounts(accounts(12), usual),
    connection: {
      lastAgreedAt,
      sharing: [
        sharing(["ReadBalances"], ["acc-1", "acc-2", "acc-3", "acc-4", "acc-5"]),
        sharing(["ReadProducts"], ["acc-404"]),
        ...Array(3).fill(sharing(["ReadDirectDebits"], ["acc-2"])),
      ],
    },
  }),
];
