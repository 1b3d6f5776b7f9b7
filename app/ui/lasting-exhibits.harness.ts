import { aConsentRequest } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFilePayment, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { DomesticVrp, PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import type { FilePayment, FileRow } from "~/domain/consent-kinds/file-payment";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import { aShownPage } from "~/domain/receipts/builders";
import { asClientId } from "~/domain/shared/ids";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { requester as brand, HOSTILE, LONG, MANY } from "./gallery-cast.harness";
import { receipt } from "./receipt-exhibits.harness";

/** What holds until somebody stops it, and files: pages that have more to show than one payment. */

const requester = { clientId: asClientId("tpp-tallybook"), name: "Tallybook", organisationId: "PSDGB-FCA-845126" };
const asked = (subject: DomesticVrp | FilePayment | FundsConfirmation) => ({
  request: aConsentRequest({ subject, requester, fileReadable: true }),
  offered: offerAccounts(MANY, subject),
});
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const eur = (minor: bigint) => ({ minor, currency: "EUR" });

const limit = (period: PeriodicLimit["period"], alignment: PeriodicLimit["alignment"], minor: bigint) => ({
  period,
  alignment,
  amount: gbp(minor),
});
const EVERY_LIMIT = [
  limit("day", "calendar", 5_000n),
  limit("week", "calendar", 20_000n),
  limit("fortnight", "consent", 35_000n),
  limit("month", "calendar", 60_000n),
  limit("half-year", "calendar", 300_000n),
  limit("year", "calendar", 500_000n),
  limit("week", "consent", 25_000n),
  limit("month", "consent", 70_000n),
];
const sweeping = aDomesticVrp();
const everyLimit = aDomesticVrp({ limits: EVERY_LIMIT, validFrom: new Date("2026-03-31T00:00:00Z") });
const USE: VrpUse = [
  {
    period: "month",
    alignment: "calendar",
    from: new Date("2026-03-06T00:00:00Z"),
    to: new Date("2026-03-31T23:00:00Z"),
    used: gbp(4_250n),
  },
];
const toOthers = aDomesticVrp({
  purpose: "other",
  payee: undefined as never,
  reference: undefined as never,
  validTo: undefined as never,
  limits: [limit("week", "consent", 20_000n)],
  asksEachTime: true,
  whileAway: false,
});
const mine = { scheme: "sort-code-account-number", identification: "20405022334401" } as const;

const row = (name: string, number: number, amount = gbp(10_000n)): FileRow => ({
  payee: {
    name,
    scheme: "sort-code-account-number",
    identification: `204050111100${String(number).padStart(2, "0")}`,
  },
  amount,
  reference: `March ${number}`,
});
const thousand = aFilePayment({
  executeOn: new Date("2026-03-31T12:00:00Z"),
  charges: [{ bearer: "you", amount: gbp(500n) }],
  content: {
    count: 1_000,
    totals: [gbp(123_456_789n)],
    firstRows: Array.from({ length: 10 }, (_, at) => row(`Payee ${at + 1}`, at + 1)),
  },
});
const hostileFile = aFilePayment({
  fileReference: HOSTILE,
  content: {
    count: 2,
    totals: [gbp(20_000n)],
    firstRows: [
      { ...row(HOSTILE, 1), reference: HOSTILE },
      { ...row(LONG, 2), reference: LONG },
    ],
  },
});
const twoCurrencies = aFilePayment({
  debtor: mine,
  content: {
    count: 2,
    totals: [gbp(10_000n), eur(4_200n)],
    firstRows: [
      row("Ada Wong", 1),
      {
        payee: { name: "Ben Osei", scheme: "iban", identification: "DE89370400440532013000" },
        amount: eur(4_200n),
      },
    ],
  },
});

const funds = aFundsConfirmation({ debtor: { ...mine, name: "Maria Silva" } });
const about = (identification: string) =>
  aFundsConfirmation({ debtor: { scheme: "sort-code-account-number", identification } });

export const LASTING_EXHIBITS: readonly Exhibit[] = [
  consent("vrp", asked(sweeping)),
  consent("vrp-every-limit", asked(everyLimit)),
  consent("vrp-in-use", { ...asked(sweeping), vrpUse: USE }),
  consent("vrp-to-others", asked(toOthers)),
  consent("vrp-locked", asked(aDomesticVrp({ debtor: mine }))),
  consent("vrp-checked-payee", { ...asked(sweeping), payeeCheck: { result: "no-match" } }),
  consent("vrp-over", asked(aDomesticVrp({ validTo: new Date("2026-03-13T00:00:00Z") }))),
  consent("vrp-hostile-names", {
    ...asked(aDomesticVrp({ payee: { name: HOSTILE, ...mine }, reference: HOSTILE })),
    problem: "choose-an-account",
  }),
  consent("vrp-foreign-debtor", asked(aDomesticVrp({ debtor: { ...mine, identification: "20405099999999" } }))),
  consent("funds", asked(funds)),
  consent("funds-open-ended", asked({ ...funds, expiresAt: undefined as never })),
  consent("funds-not-yours", asked(about("20405099999999"))),
  consent("funds-closed", asked(about("20405022334406"))),
  consent("file", asked(aFilePayment())),
  consent("file-thousand", asked(thousand)),
  consent("file-two-currencies", asked(twoCurrencies)),
  consent("file-hostile-names", asked(hostileFile)),
  consent("file-day-passed", asked(aFilePayment({ executeOn: new Date("2026-03-13T12:00:00Z") }))),
  ...(["domestic-vrp", "funds-confirmation", "file-payment"] as const).flatMap((kind) => [
    stopped(`stop-decided-${kind}`, {
      is: "already-decided",
      kind,
      outcome: "allowed",
      requester: brand,
      canGoOn: false,
    }),
    stopped(`stop-no-account-${kind}`, { is: "no-account", kind, requester: brand, offered: [] }),
  ]),
  receipt("receipt-vrp", { kind: "domestic-vrp", page: aShownPage(asked(everyLimit)) }),
  receipt("receipt-vrp-refused", {
    kind: "domestic-vrp",
    decision: { outcome: "refused", reason: "customer-declined" },
    page: aShownPage(asked(toOthers)),
  }),
  receipt("receipt-funds", { kind: "funds-confirmation", page: aShownPage(asked(funds)) }),
  receipt("receipt-file", { kind: "file-payment", page: aShownPage(asked(thousand)) }),
];
