import type { DomesticVrp } from "./domestic-vrp";
import type { FilePayment } from "./file-payment";
import type { FundsConfirmation } from "./funds-confirmation";

/** Builders for tests and the gallery: valid by default, and each test says only what matters to it. */

export function aDomesticVrp(over: Partial<DomesticVrp> = {}): DomesticVrp {
  return {
    kind: "domestic-vrp",
    payee: { name: "Grace Okoye Savings", scheme: "sort-code-account-number", identification: "30949330000010" },
    reference: "Sweep",
    mostEachTime: { minor: 10_000n, currency: "GBP" },
    limits: [{ period: "month", alignment: "calendar", amount: { minor: 30_000n, currency: "GBP" } }],
    validTo: new Date("2027-03-14T00:00:00Z"),
    purpose: "sweeping",
    asksEachTime: false,
    whileAway: true,
    ...over,
  };
}

export function aFundsConfirmation(over: Partial<FundsConfirmation> = {}): FundsConfirmation {
  return {
    kind: "funds-confirmation",
    debtor: { scheme: "sort-code-account-number", identification: "20405011223301", name: "Grace Okoye" },
    expiresAt: new Date("2027-03-14T00:00:00Z"),
    ...over,
  };
}

/** Of two payments: 1,200.50 and 800.00. */
export function aFilePayment(over: Partial<FilePayment> = {}): FilePayment {
  return {
    kind: "file-payment",
    fileType: "UK.OBIE.pain.001.001.08",
    fileHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
    fileReference: "Wages March",
    charges: [],
    content: {
      count: 2,
      totals: [{ minor: 200_050n, currency: "GBP" }],
      firstRows: [
        {
          payee: { name: "Ada Wong", scheme: "sort-code-account-number", identification: "20405011110001" },
          amount: { minor: 120_050n, currency: "GBP" },
          reference: "March",
        },
        {
          payee: { name: "Ben Osei", scheme: "sort-code-account-number", identification: "20405011110002" },
          amount: { minor: 80_000n, currency: "GBP" },
        },
      ],
    },
    ...over,
  };
}
