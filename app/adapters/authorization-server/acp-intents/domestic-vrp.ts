import { z } from "zod";
import type { DomesticVrp, PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import {
  account,
  accountFrom,
  amount,
  debtorFrom,
  instant,
  intentReader,
  MOST,
  moneyFrom,
  notUnderstood,
  referenceFrom,
  remittance,
  text,
} from "./parts";

const PERIODS = {
  Day: "day",
  Week: "week",
  Fortnight: "fortnight",
  Month: "month",
  "Half-year": "half-year",
  Year: "year",
} as const satisfies Record<string, PeriodicLimit["period"]>;

const ALIGNMENTS = { Calendar: "calendar", Consent: "consent" } as const;

const SWEEPING = "UK.OBIE.VRPType.Sweeping";
const NOT_ASKED = "UK.OBIE.SCANotRequired";
const AWAY = "OffSession";

/** A code that we have no words for is not read: what cannot be shown must not be approved (C-05). */
const schema = z.object({
  ControlParameters: z.object({
    ValidFromDateTime: instant.nullish(),
    ValidToDateTime: instant.nullish(),
    MaximumIndividualAmount: amount,
    PeriodicLimits: z
      .array(
        z.object({
          PeriodType: z.enum(Object.keys(PERIODS) as (keyof typeof PERIODS)[]),
          PeriodAlignment: z.enum(Object.keys(ALIGNMENTS) as (keyof typeof ALIGNMENTS)[]),
          Amount: text,
          Currency: text,
        }),
      )
      .min(1)
      .max(MOST),
    VRPType: z
      .array(z.enum([SWEEPING, "UK.OBIE.VRPType.Other"]))
      .min(1)
      .max(MOST),
    PSUAuthenticationMethods: z
      .array(z.enum(["UK.OBIE.SCA", NOT_ASKED]))
      .min(1)
      .max(MOST),
    PSUInteractionTypes: z
      .array(z.enum(["InSession", AWAY]))
      .max(MOST)
      .nullish(),
    SupplementaryData: z.looseObject({}).nullish(),
  }),
  Initiation: z.object({
    CreditorAccount: account.partial().nullish(),
    DebtorAccount: account.partial().nullish(),
    RemittanceInformation: remittance.nullish(),
  }),
});

export const domesticVrp = intentReader(schema, ({ ControlParameters: control, Initiation }): DomesticVrp => {
  const { CreditorAccount, DebtorAccount, RemittanceInformation } = Initiation;
  const { ValidFromDateTime: validFrom, ValidToDateTime: validTo, SupplementaryData } = control;
  // The bank is to act on it or reject the consent; nobody can say what it means.
  if (SupplementaryData && Object.keys(SupplementaryData).length > 0) throw notUnderstood("limits of another kind");
  if (CreditorAccount?.Identification && !CreditorAccount.Name) throw notUnderstood("a payee without a name");
  const debtor = debtorFrom(DebtorAccount);
  const reference = referenceFrom(RemittanceInformation);
  const interactions = control.PSUInteractionTypes ?? [];
  return {
    kind: "domestic-vrp",
    ...(CreditorAccount?.SchemeName &&
      CreditorAccount.Identification &&
      CreditorAccount.Name && {
        payee: {
          ...accountFrom(CreditorAccount.SchemeName, CreditorAccount.Identification),
          name: CreditorAccount.Name,
        },
      }),
    ...(reference && { reference }),
    ...(debtor && { debtor }),
    mostEachTime: moneyFrom(control.MaximumIndividualAmount),
    limits: control.PeriodicLimits.map(({ PeriodType, PeriodAlignment, Amount, Currency }) => ({
      period: PERIODS[PeriodType],
      alignment: ALIGNMENTS[PeriodAlignment],
      amount: moneyFrom({ Amount, Currency }),
    })),
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
    // Where others may be paid as well, "between your own accounts" would be half of it.
    purpose: control.VRPType.every((type) => type === SWEEPING) ? "sweeping" : "other",
    asksEachTime: !control.PSUAuthenticationMethods.includes(NOT_ASKED),
    whileAway: interactions.length === 0 || interactions.includes(AWAY),
  };
});
