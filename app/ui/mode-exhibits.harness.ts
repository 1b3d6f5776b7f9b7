import { aConsentRequest, anAccountAccess, anAgain, anInsteadOf } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import { type Mode, offeredAgain } from "~/domain/consent/mode";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asClientId } from "~/domain/shared/ids";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { requester as brand, HOSTILE, MANY, usual } from "./gallery-cast.harness";
import { receipt } from "./receipt-exhibits.harness";

/** The same again, and another in its place. */

const asked = (subject: ConsentSubject, mode: Mode, requester?: ConsentRequest["requester"]) => ({
  request: aConsentRequest({ subject, mode, ...(requester && { requester }) }),
  offered: offeredAgain(offerAccounts(MANY, subject), mode),
});
const of = (...numbers: number[]) => numbers.map((number) => asAccountId(`acc-${number}`));
const SINCE = new Date("2025-11-02T00:00:00Z");
const again = (...numbers: number[]) => anAgain({ accounts: of(...numbers), since: SINCE });
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

const earlier = anAccountAccess({
  permissions: new Set([
    "ReadAccountsBasic",
    "ReadBalances",
    "ReadTransactionsDetail",
    "ReadTransactionsCredits",
    "ReadTransactionsDebits",
    "ReadProducts",
  ]),
  expiresAt: new Date("2026-06-14T00:00:00Z"),
  history: { from: new Date("2026-01-01T00:00:00Z") },
});
const more = asked(usual, anInsteadOf({ subject: earlier, accounts: of(1, 3), since: SINCE }));
const lessOften = aDomesticVrp({
  mostEachTime: gbp(5_000n),
  limits: [
    { period: "month", alignment: "calendar", amount: gbp(20_000n) },
    { period: "week", alignment: "consent", amount: gbp(10_000n) },
  ],
  validTo: new Date("2026-06-14T00:00:00Z"),
  reference: "Rainy day",
});
const vrp = aDomesticVrp();
const funds = aFundsConfirmation({
  debtor: { scheme: "sort-code-account-number", identification: "20405022334401", name: "Maria Silva" },
});
const wasStopped = { ...again(1, 7), wasStopped: true } as const;
const answered = { kind: "account-access", requester: brand } as const;

export const MODE_EXHIBITS: readonly Exhibit[] = [
  consent("again", asked(usual, again(1, 7))),
  consent("again-after-stop", asked(usual, wasStopped)),
  consent("again-account-gone", asked(usual, again(1, 3, 6, 99))),
  consent("again-nothing-chosen", { ...asked(usual, again(1, 6)), problem: "choose-an-account" }),
  consent("again-all-gone", asked(usual, again(6))),
  consent("again-vrp", asked(vrp, again(1))),
  consent("again-funds", asked(funds, again(1))),
  consent("again-hostile-names", asked(usual, again(1, 6), { clientId: asClientId("c"), name: HOSTILE })),
  { ...consent("instead-of", { ...more, draft: { chosen: of(1, 3) } }), keepsTicks: true },
  consent("instead-of-less", asked(earlier, anInsteadOf({ subject: usual, accounts: [], since: SINCE }))),
  consent("instead-of-same", asked(usual, anInsteadOf({ subject: usual, accounts: [], since: SINCE }))),
  {
    ...consent("instead-of-vrp", {
      ...asked(vrp, anInsteadOf({ subject: lessOften, accounts: of(1), since: SINCE })),
      draft: { chosen: of(1) },
      usedBefore: [
        {
          period: "month",
          alignment: "calendar",
          from: new Date("2026-03-01T00:00:00Z"),
          to: new Date("2026-04-01T00:00:00Z"),
          used: gbp(12_000n),
        },
      ],
    }),
    keepsTicks: true,
  },
  consent(
    "instead-of-funds",
    asked(
      funds,
      anInsteadOf({
        subject: { ...funds, expiresAt: new Date("2026-06-14T00:00:00Z") },
        accounts: of(1),
        since: SINCE,
      }),
    ),
  ),
  receipt("receipt-again", { page: aShownPage(asked(usual, again(1, 7))) }),
  receipt("receipt-again-refused", {
    decision: { outcome: "refused", reason: "customer-declined" },
    page: aShownPage(asked(usual, wasStopped)),
  }),
  receipt("receipt-instead-of", { page: aShownPage(more) }),
  receipt("receipt-instead-of-refused", {
    decision: { outcome: "refused", reason: "customer-declined" },
    page: aShownPage(more),
  }),
  stopped("stop-decided-again", {
    is: "already-decided",
    ...answered,
    outcome: "refused",
    canGoOn: false,
    mode: { is: "again" },
  }),
  stopped("stop-leaving-instead-of", {
    is: "leaving",
    ...answered,
    outcome: "allowed",
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
    mode: { is: "instead-of", consentId: "aac-0" as never },
  }),
  stopped("stop-withdrawn-after-stop", { is: "withdrawn", ...answered, mode: { is: "again", wasStopped: true } }),
];
