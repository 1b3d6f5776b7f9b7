import { aConsentRequest, anAccountAccess } from "~/domain/consent/builders";
import { type BankAccount, offerAccounts } from "~/domain/consent/offered-account";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import { type Cluster, linesFor } from "~/domain/permissions/clusters";
import { PERMISSIONS } from "~/domain/permissions/permission";
import { type Example, NO_EXAMPLE } from "~/domain/preview/example";
import { withinPermissions } from "~/domain/preview/within-permissions";
import { asClientId, asCustomerId } from "~/domain/shared/ids";
import { presentExample } from "~/routes/consent.$visit/present-example";
import type { Exhibit } from "./exhibit";
import { consent } from "./exhibits.harness";
import { HOSTILE, LONG, MANY, payable, paymentRequest, usual } from "./gallery-cast.harness";

/** Examples of one's own data (P-05), names that were checked (P-17), long purposes and dates without sense (P-13, P-14). */

const ME = asCustomerId("cus-1");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const number = { scheme: "sort-code-account-number", identification: "20405012345678" } as const;
const card = MANY.find(({ kind }) => kind === "credit-card") as BankAccount;
const joint = MANY[1] as BankAccount;

const example: Example = {
  transactions: [
    {
      bookedAt: day("2026-03-12"),
      direction: "out",
      amount: gbp(1_250n),
      party: "Harbour Books Ltd",
      text: "CARD PAYMENT HARBOUR BOOKS",
      balanceAfter: gbp(98_210n),
    },
    { bookedAt: day("2026-03-11"), direction: "in", amount: gbp(238_412n), party: "Alder Press Ltd", text: "SALARY" },
    { bookedAt: day("2026-03-10"), direction: "out", amount: gbp(9n), party: "Skein", balanceAfter: gbp(-2_100n) },
  ],
  payees: [{ name: "Oakfield Lettings", number }, { name: "Tomasz Silva" }],
  standingOrders: [{ amount: gbp(82_500n), on: day("2026-04-01"), number }],
  directDebits: [
    { collector: "Northgrid Energy", last: gbp(6_110n), lastOn: day("2026-03-09") },
    { collector: "Eastmoor Council" },
  ],
  scheduledPayments: [{ amount: gbp(12_000n), on: day("2026-05-02"), number }],
  statements: [{ from: day("2026-02-01"), to: day("2026-02-28"), closing: gbp(98_210n) }],
  products: ["Everyday account"],
  offers: ["A higher limit"],
  parties: [
    { customer: ME, name: "Maria Silva", email: "maria@example.test", phone: "+44-7700900103" },
    { customer: asCustomerId("cus-2"), name: "Tomasz Silva", email: "tomasz@example.test" },
  ],
};

const everything = anAccountAccess({ permissions: new Set(PERMISSIONS) });

interface Shown {
  readonly cluster: Cluster;
  readonly access?: AccountAccess;
  readonly account?: BankAccount;
  /** Null where the bank gave none. */
  readonly of?: Example | null;
}

function exampleOf(name: string, { cluster, access = everything, account = joint, of = example }: Shown): Exhibit {
  const request = aConsentRequest({ subject: access });
  const draft = { chosen: [], example: cluster };
  const page = consent(name, { request, offered: offerAccounts(MANY, access), draft });
  const permissions = new Set(
    linesFor(access.permissions)
      .filter((line) => line.cluster === cluster)
      .flatMap(({ covers }) => covers),
  );
  const narrow = { ...access, permissions };
  const preview = { cluster, account, access: narrow, ...(of && { example: withinPermissions(of, narrow, ME) }) };
  return {
    name,
    screen: (scene) => {
      const screen = page.screen(scene);
      if (screen.page !== "consent" || screen.view.state !== "question") return screen;
      const about = { app: screen.view.parties.app.name, customer: ME };
      return { ...screen, example: presentExample(preview, about, scene.words) };
    },
  };
}

const checked = (name: string, payeeCheck: PayeeCheck) =>
  consent(name, { request: paymentRequest, offered: payable, payeeCheck });

const dated = (name: string, over: Partial<AccountAccess>) =>
  consent(name, { request: aConsentRequest({ subject: anAccountAccess(over) }) });

export const EXAMPLE_EXHIBITS: readonly Exhibit[] = [
  exampleOf("example-transactions", { cluster: "transactions" }),
  exampleOf("example-transactions-basic", {
    cluster: "transactions",
    access: anAccountAccess({
      permissions: new Set(["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsDebits"]),
    }),
  }),
  exampleOf("example-account-details", { cluster: "account-details", account: card }),
  exampleOf("example-regular-payments", { cluster: "regular-payments" }),
  exampleOf("example-statements", { cluster: "statements" }),
  exampleOf("example-features", { cluster: "features-and-benefits" }),
  exampleOf("example-people", { cluster: "contact-and-party" }),
  exampleOf("example-nothing", { cluster: "regular-payments", of: NO_EXAMPLE }),
  exampleOf("example-not-to-be-had", { cluster: "transactions", of: null }),
  exampleOf("example-hostile", {
    cluster: "transactions",
    access: usual,
    account: { ...joint, nickname: LONG },
    of: {
      ...NO_EXAMPLE,
      transactions: [{ ...example.transactions[0], party: HOSTILE, text: "\u202E£1 in" } as Example["transactions"][0]],
    },
  }),
  checked("payment-name-match", { result: "match" }),
  checked("payment-name-close", { result: "close-match", name: "Harbour Books & Prints Ltd" }),
  checked("payment-name-no-match", { result: "no-match" }),
  checked("payment-name-unchecked", { result: "unavailable" }),
  checked("payment-name-hostile", { result: "close-match", name: HOSTILE }),
  consent("access-purpose-without-end", {
    request: aConsentRequest({
      requester: {
        clientId: asClientId("c"),
        name: "Budget Beacon",
        purpose: "To show you where it goes. ".repeat(400),
      },
    }),
  }),
  consent("access-open-ended", {
    request: aConsentRequest({
      subject: { kind: "account-access", permissions: usual.permissions, history: {} },
    }),
  }),
  dated("access-ended-before-it-began", { expiresAt: day("2026-03-13") }),
  dated("access-past-that-ends-first", { history: { from: day("2026-02-01"), to: day("2026-01-01") } }),
];
