import { z } from "zod";
import { unitsOf } from "../decimal.ts";
import type { Problem } from "../problem.ts";
import { dateTime, namespaced, supplementaryData, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import * as v3 from "./parts-v3.ts";
import * as v4 from "./parts-v4.ts";
import { type Account, before, wrongAccounts, wrongMoney } from "./rules.ts";

// The descriptions of VRP forbid no further members, unlike those of the other payments.
const money = {
  Amount: z.string().regex(/^(\d{1,13}|\d{1,13}\.\d{1,5})$/),
  Currency: z.string().regex(/^[A-Z]{3}$/),
};

const controlParameters = z.object({
  ValidFromDateTime: dateTime.optional(),
  ValidToDateTime: dateTime.optional(),
  MaximumIndividualAmount: z.object(money),
  PeriodicLimits: z
    .array(
      z.object({
        ...money,
        PeriodType: z.enum(["Day", "Week", "Fortnight", "Month", "Half-year", "Year"]),
        PeriodAlignment: z.enum(["Consent", "Calendar"]),
      }),
    )
    .min(1),
  VRPType: z.array(namespaced).min(1),
  PSUAuthenticationMethods: z.array(namespaced).min(1),
  PSUInteractionTypes: z.array(z.enum(["InSession", "OffSession"])).optional(),
  SupplementaryData: supplementaryData.optional(),
});

const accountV3 = z.object({
  SchemeName: namespaced,
  Identification: text(256),
  Name: text(350),
  SecondaryIdentification: text(34).optional(),
});

const accountV4 = accountV3.extend({ Name: text(70), Proxy: v4.proxy.optional() });

const initiationV3 = z.object({
  DebtorAccount: accountV3.optional(),
  CreditorAccount: accountV3.optional(),
  CreditorPostalAddress: v3.postalAddress.optional(),
  RemittanceInformation: z.object(v3.remittance.shape).optional(),
});

const MORE_DOCUMENTS =
  "CINV CNFA CONT CREN DEBN DISP DNFA HIRI INVS MSIN PROF PUOR QUOT SBIN SPRR TISH USAR AROI BOLD CMCN SOAC TSUT VCHR";

const initiationV4 = z.object({
  DebtorAccount: accountV4.optional(),
  CreditorAccount: accountV4.optional(),
  CreditorPostalAddress: v4.postalAddress.optional(),
  UltimateCreditor: v4.ultimateParty(text(20)).optional(),
  UltimateDebtor: v4.ultimateParty(text(20)).optional(),
  RemittanceInformation: v4.remittance(MORE_DOCUMENTS, 0).optional(),
  RegulatoryReporting: v4.regulatoryReporting(z.object(money)).optional(),
});

const request = <Initiation extends z.ZodType, Risk extends z.ZodType>(Initiation: Initiation, Risk: Risk) =>
  z.object({
    Data: z.looseObject({
      ReadRefundAccount: z.enum(["Yes", "No"]).optional(),
      ControlParameters: controlParameters,
      Initiation,
    }),
    Risk,
  });

type ControlParameters = z.infer<typeof controlParameters>;

interface Body {
  readonly Data: {
    readonly ControlParameters: ControlParameters;
    readonly Initiation: {
      readonly CreditorAccount?: Account | undefined;
      readonly DebtorAccount?: Account | undefined;
    };
  };
}

/** Payments that the TPP may make later, within limits (OBDomesticVRPConsentRequest). */
export const domesticVrp = intentKind<Body>({
  request: { "v3.1": request(initiationV3, v3.risk), "v4.0": request(initiationV4, v4.risk) },
  problems: ({ Data }, now) => [
    ...unforeseen(Data),
    ...wrongValidity(Data.ControlParameters, now),
    ...wrongAmounts(Data.ControlParameters),
    ...wrongWays(Data.ControlParameters),
    ...wrongAccounts(Data.Initiation),
    ...noPayee(Data),
  ],
  ends: {
    path: "Data.ControlParameters.ValidToDateTime",
    at: ({ Data }) => Data.ControlParameters.ValidToDateTime,
  },
});

const CONTROL = "Data.ControlParameters";
const FORESEEN = new Set(["ReadRefundAccount", "ControlParameters", "Initiation"]);

/** An answer says more than a request may: nobody gets to write the answer for us. */
const unforeseen = (data: object): readonly Problem[] =>
  Object.keys(data)
    .filter((name) => !FORESEEN.has(name))
    .map((name) => ({ name: "Field.Unexpected", message: "The field is not expected here", path: `Data.${name}` }));

function wrongValidity({ ValidFromDateTime: from, ValidToDateTime: to }: ControlParameters, now: Date) {
  const path = `${CONTROL}.ValidToDateTime`;
  return [
    ...before(to, now.toISOString(), path, "The date has passed"),
    ...before(to, from, path, "It ends before it begins"),
  ].slice(0, 1);
}

/** What no payment could keep, or says two things at once. */
function wrongAmounts({
  MaximumIndividualAmount: most,
  PeriodicLimits: limits,
}: ControlParameters): readonly Problem[] {
  const seen = new Set<string>();
  const problems = limits.flatMap((limit, at): readonly Problem[] => {
    const path = `${CONTROL}.PeriodicLimits[${at}]`;
    const which = `${limit.PeriodType} ${limit.PeriodAlignment}`;
    if (seen.has(which)) return [{ name: "Field.Invalid", message: "Two limits for one period", path }];
    seen.add(which);
    if (which === "Fortnight Calendar") {
      const message = "A fortnight has no place in the calendar: it must be Consent";
      return [{ name: "Field.Invalid", message, path: `${path}.PeriodAlignment` }];
    }
    if (limit.Currency !== most.Currency) {
      return [{ name: "Field.Invalid", message: "All limits are in one currency", path: `${path}.Currency` }];
    }
    const wrong = wrongMoney(limit, path);
    if (wrong.length > 0 || unitsOf(most.Amount) <= unitsOf(limit.Amount)) return wrong;
    const message = "A single payment may be more than all payments of the period";
    return [{ name: "Field.Invalid", message, path: `${path}.Amount` }];
  });
  return [...wrongMoney(most, `${CONTROL}.MaximumIndividualAmount`), ...problems];
}

const TYPES = new Set(["UK.OBIE.VRPType.Sweeping", "UK.OBIE.VRPType.Other"]);
const METHODS = new Set(["UK.OBIE.SCA", "UK.OBIE.SCANotRequired"]);

function wrongWays({ VRPType, PSUAuthenticationMethods, SupplementaryData }: ControlParameters): readonly Problem[] {
  const unknown = (names: readonly string[], known: ReadonlySet<string>, path: string): readonly Problem[] =>
    names.every((name) => known.has(name))
      ? []
      : [{ name: "Field.Invalid", message: "This bank does not know it", path: `${CONTROL}.${path}` }];
  return [
    ...unknown(VRPType, TYPES, "VRPType"),
    ...unknown(PSUAuthenticationMethods, METHODS, "PSUAuthenticationMethods"),
    // A control that the bank cannot keep must not be agreed to (VRP profile, SupplementaryData).
    ...(SupplementaryData && Object.keys(SupplementaryData).length > 0
      ? ([
          {
            name: "Field.Unexpected",
            message: "This bank keeps no such control",
            path: `${CONTROL}.SupplementaryData`,
          },
        ] as const)
      : []),
  ];
}

/** Only another use than sweeping may leave open who is paid. */
function noPayee({ ControlParameters: { VRPType }, Initiation }: Body["Data"]): readonly Problem[] {
  if (Initiation.CreditorAccount || !VRPType.includes("UK.OBIE.VRPType.Sweeping")) return [];
  const message = "Sweeping names the account that is paid";
  return [{ name: "Field.Expected", message, path: "Data.Initiation.CreditorAccount" }];
}
