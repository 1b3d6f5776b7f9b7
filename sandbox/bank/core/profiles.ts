import { ACCOUNTS, type Account, BANK } from "../../personas.ts";
import { dayFrom } from "./day.ts";
import type { EntryKind, Party, Profile, Regular } from "./entry.ts";
import { ABROAD, HIGH_STREET, ONLINE } from "./merchants.ts";

const payee = (name: string, number: string): Party => ({ name, number });
const regular = (dayOfMonth: number, kind: EntryKind, amount: Regular["amount"], party: Party, text: string) =>
  ({ dayOfMonth, kind, amount, party, text }) satisfies Regular;
const energy = payee("Northgrid Energy", "30712055110021");
const council = payee("Eastmoor Council", "30712000440917");
const broadband = payee("Skein Broadband", "30712066200318");
const mobile = payee("Chime Mobile", "30712066201172");
const exchange = payee("Northlight Exchange", "20405090000017");

/** How accounts are used that have a life of their own, by account id. Amounts in pence or cents. */
const OWN: Readonly<Record<string, Profile>> = {
  "acc-grace-main": {
    opening: 241_035,
    regular: [
      regular(27, "salary", 238_412, payee("Alder Press Ltd", "30712011223344"), "SALARY ALDER PRESS"),
      regular(1, "standing_order", -82_500, payee("Oakfield Lettings", "30712099887701"), "RENT FLAT 4"),
      regular(5, "direct_debit", -11_840, council, "COUNCIL TAX"),
      regular(9, "direct_debit", [-9_650, -5_210], energy, "ENERGY"),
      regular(14, "direct_debit", -1_599, mobile, "MOBILE"),
      regular(16, "direct_debit", -2_499, payee("Pulse Gym", "30712070010203"), "MEMBERSHIP"),
    ],
    purchases: { per100Days: 190, amount: [180, 2_890], merchants: HIGH_STREET },
    settlesWith: { party: payee("G Okoye savings", "30712044556677") },
  },
  "acc-arun-main": {
    opening: 428_960,
    regular: [
      regular(25, "salary", 412_375, payee("Verity Systems plc", "30712010203040"), "SALARY VERITY SYSTEMS"),
      regular(1, "standing_order", -135_000, payee("Harcourt Homes", "30712099880012"), "RENT"),
      regular(3, "transfer_out", -25_862, exchange, "EUR TOP UP"),
    ],
    purchases: { per100Days: 210, amount: [240, 4_480], merchants: HIGH_STREET },
    settlesWith: { party: payee("Larkfield Investments", "30712088110099") },
  },
  "acc-arun-bills": {
    opening: 60_000,
    regular: [
      regular(4, "direct_debit", -14_210, council, "COUNCIL TAX"),
      regular(8, "direct_debit", [-15_980, -9_640], energy, "ENERGY"),
      regular(10, "direct_debit", -3_825, payee("Riverside Water", "30712055110477"), "WATER"),
      regular(12, "direct_debit", -3_250, broadband, "BROADBAND"),
      regular(15, "direct_debit", -1_850, mobile, "MOBILE"),
    ],
    settlesWith: { accountId: "acc-arun-main" },
  },
  "acc-arun-rainy": {
    opening: 864_200,
    regular: [regular(28, "interest", [1_410, 1_690], { name: BANK.name }, "INTEREST")],
    settlesWith: { party: payee("Northlight Fixed Term", "20405090000025") },
  },
  "acc-arun-euro": {
    opening: 124_050,
    regular: [
      {
        ...regular(3, "transfer_in", 30_000, exchange, "EUR TOP UP"),
        exchange: { source: "GBP", target: "EUR", rate: 1.16 },
      },
    ],
    purchases: { per100Days: 35, amount: [650, 9_900], merchants: ABROAD },
    settlesWith: { party: exchange },
  },
  "acc-arun-card": {
    opening: -21_240,
    regular: [regular(18, "direct_debit", -1_099, { name: "Streamhouse Films", category: "4899" }, "SUBSCRIPTION")],
    purchases: { per100Days: 30, amount: [499, 9_900], merchants: ONLINE },
    settlesWith: { accountId: "acc-arun-main" },
  },
  "acc-silva-joint": {
    opening: 462_415,
    regular: [
      regular(26, "salary", 291_240, payee("Brightwell School", "30712012341234"), "SALARY M SILVA"),
      regular(28, "salary", 246_805, payee("Tidewater Rail", "30712043214321"), "SALARY T SILVA"),
      regular(1, "direct_debit", -142_000, payee("Castle Mortgages", "30712098765432"), "MORTGAGE"),
      regular(3, "standing_order", -64_000, payee("Acorn Nursery", "30712024682468"), "NURSERY"),
      regular(5, "direct_debit", -17_630, council, "COUNCIL TAX"),
      regular(8, "direct_debit", [-21_990, -12_400], energy, "ENERGY"),
      regular(12, "direct_debit", -3_600, broadband, "BROADBAND"),
    ],
    purchases: { per100Days: 200, amount: [320, 4_470], merchants: HIGH_STREET },
    settlesWith: { party: payee("Silva family savings", "30712013571357") },
  },
  "acc-maria-own": {
    opening: 94_310,
    regular: [regular(11, "transfer_in", [18_000, 42_000], payee("Lumen Tutoring", "30712086428642"), "TUTORING")],
    purchases: { per100Days: 80, amount: [250, 3_600], merchants: HIGH_STREET },
    settlesWith: { party: payee("M Silva savings", "30712075317531") },
  },
  "acc-owen-old": {
    opening: 88_075,
    regular: [
      regular(20, "transfer_in", 96_210, payee("Harbour Pension Fund", "30712065436543"), "PENSION"),
      regular(2, "standing_order", -48_000, payee("Seaview Lettings", "30712099881299"), "RENT"),
    ],
    purchases: { per100Days: 70, amount: [210, 2_450], merchants: HIGH_STREET },
    settlesWith: { party: payee("O Price", "30712031415926") },
    closedOn: dayFrom("2025-10-31"),
  },
};

/** Everybody else's: money comes in once a month, and some of it is spent, as goes with the kind of account. */
function usual({ kind, status }: Account, at: number): Profile {
  const opening = 12_000 + 1_733 * at;
  const settlesWith = { party: payee("Larkfield Investments", "30712088110099") };
  const closed = status === "Deleted" ? { closedOn: dayFrom("2025-06-30") } : {};
  switch (kind) {
    case "CurrentAccount": {
      const income = regular(2, "transfer_in", 61_000 + 250 * at, payee("Harcourt Homes", "30712099880012"), "INCOME");
      const purchases = { per100Days: 12, amount: [450, 6_200] as const, merchants: HIGH_STREET };
      return {
        opening,
        regular: [income, regular(11, "direct_debit", -9_400, council, "COUNCIL TAX")],
        purchases,
        settlesWith,
        ...closed,
      };
    }
    case "Savings":
      return {
        opening,
        regular: [regular(28, "interest", [110, 190], { name: BANK.name }, "INTEREST")],
        settlesWith,
        ...closed,
      };
    case "CreditCard":
      return {
        opening: -opening,
        regular: [],
        purchases: { per100Days: 25, amount: [499, 9_900], merchants: ONLINE },
        settlesWith,
        ...closed,
      };
  }
}

/** How the accounts of `personas.ts` are used, by account id. */
export const PROFILES: Readonly<Record<string, Profile>> = Object.fromEntries(
  ACCOUNTS.map((account, at) => [account.id, OWN[account.id] ?? usual(account, at)]),
);
