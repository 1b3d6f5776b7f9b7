/**
 * The one cast of the sandbox: customers and their accounts, staff, TPPs. Read by the services that play a part, by
 * the seed and by the journeys, so that a test and the world it walks through never disagree about who owns what.
 * Passwords and numbers are for the sandbox only; production refuses to start with any of them.
 */

import { brandFromEnv, domainOf } from "./brand.ts";

export interface Customer {
  /** The `sub` that the identity provider issues; the bank's customer number. Opaque, never derived from a name. */
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly portrait: string;
}

export interface Account {
  readonly id: string;
  readonly nickname: string;
  readonly kind: "CurrentAccount" | "Savings" | "CreditCard";
  readonly currency: "GBP" | "EUR";
  /** Sort code and account number, 14 digits (UK.OBIE.SortCodeAccountNumber); 16 digits for a card (UK.OBIE.PAN). */
  readonly number: string;
  readonly iban?: string;
  /** An account of a business; all others are personal. */
  readonly profile?: "business";
  /** Customer ids; two of them for a joint account. */
  readonly owners: readonly string[];
  /** Who has to sign before money leaves it; absent where any owner may alone. */
  readonly mandate?: Mandate;
  readonly status: "Enabled" | "Deleted";
}

/** As a bank and a company agree on it: rising bands by amount, and of each the ways to sign. */
export interface Mandate {
  /** Each an owner. */
  readonly signers: readonly { readonly customer: string; readonly group: string }[];
  readonly pay: readonly MandateBand[];
  /** Who has to agree before an app sees anything of it; absent where any owner may alone. */
  readonly share?: MandateBand["anyOf"];
  /** Owners to whom nothing is sent that others caused. */
  readonly vulnerable?: readonly string[];
}

export interface MandateBand {
  /** Decimal, in the account's currency; the last band has none. */
  readonly upTo?: string;
  /** How many of each group; one of these ways is enough. */
  readonly anyOf: readonly Readonly<Record<string, number>>[];
}

/** As the staff realm names them. */
export type StaffRole =
  | "viewer"
  | "care"
  | "care-lead"
  | "fraud"
  | "tpp-operations"
  | "compliance"
  | "auditor"
  | "configuration"
  | "super";

export interface StaffMember {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
}

export interface Tpp {
  /** OAuth client id, and the name of its certificate and signing key in the PKI folder. */
  readonly id: string;
  readonly name: string;
  readonly legalName: string;
  /** eIDAS organisation identifier (ETSI TS 119 495), carried in its certificate's subject. */
  readonly organisationId: string;
  readonly registrationNumber: string;
  readonly website: string;
  readonly policy: string;
  readonly terms: string;
  /** Where its customers reach it. */
  readonly contacts: readonly string[];
  /** As its directory has them. */
  readonly roles: readonly ("AISP" | "PISP" | "CBPII")[];
  /** What the TPP says it wants the data for. */
  readonly purpose: string;
  readonly profile: "fapi1-advanced" | "fapi2";
  readonly authentication: "tls_client_auth" | "private_key_jwt";
  /** How it learns that a customer on another device has answered: it asks, or is told so and then asks (OpenID CIBA Core). */
  readonly decoupled: "poll" | "ping";
}

const brand = brandFromEnv();

export const BANK = {
  ...brand,
  address: "1 Harbour Square, Leeds LS1 1AA",
  domain: domainOf(brand),
  privacyNotice: `https://${domainOf(brand)}/privacy`,
} as const;

export const CUSTOMERS = {
  grace: {
    id: "cus-7f3a90d1",
    username: "grace",
    password: "orchard-lantern-42",
    name: "Grace Okoye",
    email: "grace@example.test",
    phone: "+44-7700900101",
    portrait: "one account",
  },
  arun: {
    id: "cus-1c84be52",
    username: "arun",
    password: "harbour-window-17",
    name: "Arun Mehta",
    email: "arun@example.test",
    phone: "+44-7700900102",
    portrait: "many accounts, in pounds and euros",
  },
  maria: {
    id: "cus-90d2aa3e",
    username: "maria",
    password: "meadow-compass-88",
    name: "Maria Silva",
    email: "maria@example.test",
    phone: "+44-7700900103",
    portrait: "a joint account with Tomasz, and one of her own",
  },
  tomasz: {
    id: "cus-5b61cc70",
    username: "tomasz",
    password: "granite-violin-35",
    name: "Tomasz Silva",
    email: "tomasz@example.test",
    phone: "+44-7700900104",
    portrait: "a joint account with Maria",
  },
  lena: {
    id: "cus-e0475d19",
    username: "lena",
    password: "pepper-sundial-61",
    name: "Lena Novak",
    email: "lena@example.test",
    phone: "+44-7700900105",
    portrait: "no account yet",
  },
  owen: {
    id: "cus-38fb6e04",
    username: "owen",
    password: "copper-kestrel-29",
    name: "Owen Price",
    email: "owen@example.test",
    phone: "+44-7700900106",
    portrait: "only closed accounts",
  },
  priya: {
    id: "cus-62f0c8b7",
    username: "priya",
    password: "saffron-ladder-73",
    name: "Priya Raman",
    email: "priya@example.test",
    phone: "+44-7700900107",
    portrait: "twelve accounts of three kinds to search, one held with Sam, and one closed",
  },
  sam: {
    id: "cus-a94e17d3",
    username: "sam",
    password: "thistle-anchor-56",
    name: "Sam Doyle",
    email: "sam@example.test",
    phone: "+44-7700900108",
    portrait: "personal accounts and those of a shop",
  },
  noor: {
    id: "cus-d7135f2a",
    username: "noor",
    password: "walnut-harpist-94",
    name: "Noor Haddad",
    email: "noor@example.test",
    phone: "+44-7700900109",
    portrait: "two hundred accounts of a business that lets flats",
  },
  vera: {
    id: "cus-4be9d06c",
    username: "vera",
    password: "lilac-anvil-68",
    name: "Vera Lindgren",
    email: "vera@example.test",
    phone: "+44-7700900110",
    portrait: "one account, and the bank's checks for fraud are worried about her",
  },
  isla: {
    id: "cus-1e7b52c9",
    username: "isla",
    password: "bramble-anchor-41",
    name: "Isla Fraser",
    email: "isla@example.test",
    phone: "+44-7700900111",
    portrait: "a company's accounts, from which two or three directors pay together",
  },
  jonah: {
    id: "cus-8c20df46",
    username: "jonah",
    password: "velvet-cricket-57",
    name: "Jonah Adler",
    email: "jonah@example.test",
    phone: "+44-7700900112",
    portrait: "signs for the same company as Isla",
  },
  keiko: {
    id: "cus-b3f96a15",
    username: "keiko",
    password: "quarry-pigeon-82",
    name: "Keiko Mori",
    email: "keiko@example.test",
    phone: "+44-7700900113",
    portrait: "signs for the same company as Isla",
  },
  ruth: {
    id: "cus-27d4e8b0",
    username: "ruth",
    password: "sorrel-tunnel-39",
    name: "Ruth Lund",
    email: "ruth@example.test",
    phone: "+44-7700900114",
    portrait: "a joint account with Piotr from which both pay and share together, and one of her own",
  },
  piotr: {
    id: "cus-f50c13a8",
    username: "piotr",
    password: "magnet-willow-63",
    name: "Piotr Lund",
    email: "piotr@example.test",
    phone: "+44-7700900115",
    portrait: "a joint account with Ruth; the bank writes to him of nothing that others do",
  },
  hanna: {
    id: "cus-6a82d1f4",
    username: "hanna",
    password: "cedar-pocket-26",
    name: "Hanna Weiss",
    email: "hanna@example.test",
    phone: "+44-7700900116",
    portrait: "two accounts, and nothing shared yet",
  },
} as const satisfies Record<string, Customer>;

export const ACCOUNTS: readonly Account[] = [
  current("acc-grace-main", "Everyday", "20405011223301", [CUSTOMERS.grace.id]),
  current("acc-vera-main", "Daily account", "20405011223390", [CUSTOMERS.vera.id]),
  current("acc-arun-main", "Main account", "20405022334401", [CUSTOMERS.arun.id]),
  current("acc-arun-bills", "Bills", "20405022334402", [CUSTOMERS.arun.id]),
  {
    id: "acc-arun-rainy",
    nickname: "Rainy day",
    kind: "Savings",
    currency: "GBP",
    number: "20405022334403",
    owners: [CUSTOMERS.arun.id],
    status: "Enabled",
  },
  {
    id: "acc-arun-euro",
    nickname: "Holiday euros",
    kind: "CurrentAccount",
    currency: "EUR",
    number: "20405022334404",
    iban: "GB53NLGT20405022334404",
    owners: [CUSTOMERS.arun.id],
    status: "Enabled",
  },
  {
    id: "acc-arun-card",
    nickname: "Credit card",
    kind: "CreditCard",
    currency: "GBP",
    number: "4929420000001234",
    owners: [CUSTOMERS.arun.id],
    status: "Enabled",
  },
  current("acc-silva-joint", "Household", "20405033445501", [CUSTOMERS.maria.id, CUSTOMERS.tomasz.id]),
  current("acc-maria-own", "Maria's account", "20405033445502", [CUSTOMERS.maria.id]),
  { ...current("acc-owen-old", "Old account", "20405044556601", [CUSTOMERS.owen.id]), status: "Deleted" },
  current("acc-priya-main", "Main account", "20405055667701", [CUSTOMERS.priya.id]),
  current("acc-priya-bills", "Bills", "20405055667702", [CUSTOMERS.priya.id]),
  current("acc-priya-food", "Food and café", "20405055667703", [CUSTOMERS.priya.id]),
  current("acc-priya-car", "Car", "20405055667704", [CUSTOMERS.priya.id]),
  current("acc-priya-shared", "House with Sam", "20405055667705", [CUSTOMERS.priya.id, CUSTOMERS.sam.id]),
  { ...current("acc-priya-euro", "Travel euros", "20405055667706", [CUSTOMERS.priya.id]), currency: "EUR" },
  savings("acc-priya-rainy", "Rainy day", "20405055667707", [CUSTOMERS.priya.id]),
  savings("acc-priya-roof", "New roof", "20405055667708", [CUSTOMERS.priya.id]),
  savings("acc-priya-gifts", "Gifts", "20405055667709", [CUSTOMERS.priya.id]),
  savings("acc-priya-diwali", "Diwali", "20405055667710", [CUSTOMERS.priya.id]),
  card("acc-priya-card", "Everyday card", "4929420000004567", [CUSTOMERS.priya.id]),
  card("acc-priya-travel", "Travel card", "4929420000008910", [CUSTOMERS.priya.id]),
  { ...current("acc-priya-old", "Student account", "20405055667711", [CUSTOMERS.priya.id]), status: "Deleted" },
  current("acc-sam-main", "Everyday", "20405066778801", [CUSTOMERS.sam.id]),
  savings("acc-sam-holiday", "Holiday", "20405066778802", [CUSTOMERS.sam.id]),
  { ...current("acc-sam-till", "Shop till", "20405066778803", [CUSTOMERS.sam.id]), profile: "business" },
  { ...current("acc-sam-tax", "Shop tax", "20405066778804", [CUSTOMERS.sam.id]), profile: "business" },
  ...lettings(CUSTOMERS.noor.id),
  // Any two of three directors.
  signedTogether(
    "acc-tide-main",
    "Tidewater",
    "20405077889901",
    [signer(CUSTOMERS.isla.id), signer(CUSTOMERS.jonah.id), signer(CUSTOMERS.keiko.id)],
    [{ anyOf: [{ A: 2 }] }],
  ),
  // One of each of two groups.
  signedTogether(
    "acc-tide-wages",
    "Tidewater wages",
    "20405077889902",
    [signer(CUSTOMERS.isla.id), signer(CUSTOMERS.jonah.id, "B")],
    [{ anyOf: [{ A: 1, B: 1 }] }],
  ),
  // More people the more it is.
  signedTogether(
    "acc-tide-suppliers",
    "Tidewater suppliers",
    "20405077889903",
    [signer(CUSTOMERS.isla.id), signer(CUSTOMERS.jonah.id, "B"), signer(CUSTOMERS.keiko.id, "B")],
    [
      { upTo: "20.00", anyOf: [{ A: 1 }, { B: 1 }] },
      { upTo: "200.00", anyOf: [{ A: 1, B: 1 }, { B: 2 }] },
      { anyOf: [{ A: 1, B: 2 }] },
    ],
  ),
  {
    ...current("acc-lund-joint", "House", "20405077889904", [CUSTOMERS.ruth.id, CUSTOMERS.piotr.id]),
    mandate: {
      signers: [signer(CUSTOMERS.ruth.id), signer(CUSTOMERS.piotr.id)],
      pay: [{ anyOf: [{ A: 2 }] }],
      share: [{ A: 2 }],
      vulnerable: [CUSTOMERS.piotr.id],
    },
  },
  current("acc-ruth-own", "Ruth's account", "20405077889905", [CUSTOMERS.ruth.id]),
  current("acc-hanna-home", "Home", "20405088990001", [CUSTOMERS.hanna.id]),
  savings("acc-hanna-later", "For later", "20405088990002", [CUSTOMERS.hanna.id]),
];

export const STAFF = {
  clerk: {
    id: "stf-01a7",
    username: "clerk",
    password: "ribbon-teapot-53",
    name: "Ines Duarte",
    email: "clerk@example.test",
    roles: ["viewer"],
  },
  operator: {
    id: "stf-02b9",
    username: "operator",
    password: "saddle-echo-74",
    name: "Femi Adeyemi",
    email: "operator@example.test",
    roles: ["tpp-operations"],
  },
  approver: {
    id: "stf-03c4",
    username: "approver",
    password: "marble-cinder-96",
    name: "Hanna Lindqvist",
    email: "approver@example.test",
    roles: ["compliance"],
  },
  carer: {
    id: "stf-04d2",
    username: "carer",
    password: "fennel-bridge-15",
    name: "Jo Byrne",
    email: "carer@example.test",
    roles: ["care"],
  },
  lead: {
    id: "stf-05e8",
    username: "lead",
    password: "tunic-lagoon-48",
    name: "Amara Nwosu",
    email: "lead@example.test",
    roles: ["care-lead"],
  },
  fraud: {
    id: "stf-06f1",
    username: "fraud",
    password: "cobalt-ferret-37",
    name: "Viktor Hale",
    email: "fraud@example.test",
    roles: ["fraud"],
  },
  auditor: {
    id: "stf-07a3",
    username: "auditor",
    password: "linen-tractor-62",
    name: "Li Wen",
    email: "auditor@example.test",
    roles: ["auditor"],
  },
  config: {
    id: "stf-08b5",
    username: "config",
    password: "pewter-daisy-21",
    name: "Sofia Marin",
    email: "config@example.test",
    roles: ["configuration"],
  },
  chief: {
    id: "stf-09c7",
    username: "chief",
    password: "velour-summit-84",
    name: "Tomo Sato",
    email: "chief@example.test",
    roles: ["super"],
  },
} as const satisfies Record<string, StaffMember>;

export const TPPS = {
  beacon: {
    id: "tpp-beacon",
    name: "Budget Beacon",
    legalName: "Beacon Money Ltd",
    organisationId: "PSDGB-FCA-731904",
    registrationNumber: "731904",
    website: "https://budget-beacon.example",
    policy: "https://budget-beacon.example/privacy",
    terms: "https://budget-beacon.example/terms",
    contacts: ["help@budget-beacon.example"],
    roles: ["AISP", "PISP", "CBPII"],
    purpose: "To sort your spending into categories and show you where your money goes.",
    profile: "fapi1-advanced",
    authentication: "tls_client_auth",
    decoupled: "poll",
  },
  tallybook: {
    id: "tpp-tallybook",
    name: "Tallybook",
    legalName: "Tallybook Accounting Ltd",
    organisationId: "PSDGB-FCA-845126",
    registrationNumber: "845126",
    website: "https://tallybook.example",
    policy: "https://tallybook.example/privacy",
    terms: "https://tallybook.example/terms",
    contacts: ["support@tallybook.example", "+44-7700900150"],
    roles: ["AISP", "PISP", "CBPII"],
    purpose: "To match payments with your invoices.",
    profile: "fapi2",
    authentication: "private_key_jwt",
    decoupled: "ping",
  },
} as const satisfies Record<string, Tpp>;

function current(id: string, nickname: string, number: string, owners: readonly string[]): Account {
  return { id, nickname, kind: "CurrentAccount", currency: "GBP", number, owners, status: "Enabled" };
}

function savings(id: string, nickname: string, number: string, owners: readonly string[]): Account {
  return { ...current(id, nickname, number, owners), kind: "Savings" };
}

function card(id: string, nickname: string, number: string, owners: readonly string[]): Account {
  return { ...current(id, nickname, number, owners), kind: "CreditCard" };
}

function signer(customer: string, group = "A") {
  return { customer, group };
}

/** A company's account: it belongs to whoever signs for it. */
function signedTogether(
  id: string,
  nickname: string,
  number: string,
  signers: Mandate["signers"],
  pay: Mandate["pay"],
): Account {
  const owners = signers.map(({ customer }) => customer);
  return { ...current(id, nickname, number, owners), profile: "business", mandate: { signers, pay } };
}

/** Five houses of twenty flats, each flat with an account for its rent and one for its deposit. */
function lettings(owner: string): readonly Account[] {
  const houses = ["Alder Court", "Birch House", "Cedar Mews", "Damson Yard", "Elm Place"];
  return houses.flatMap((house, street) =>
    Array.from({ length: 20 }, (_, at) => {
      const flat = at + 1;
      const place = 20 * street + flat;
      const id = `acc-noor-${String(place).padStart(3, "0")}`;
      const number = (use: number) => `204050${88_000_000 + 10 * place + use}`;
      return [
        { ...current(`${id}-rent`, `${house} ${flat} rent`, number(1), [owner]), profile: "business" as const },
        { ...savings(`${id}-deposit`, `${house} ${flat} deposit`, number(2), [owner]), profile: "business" as const },
      ];
    }).flat(),
  );
}
