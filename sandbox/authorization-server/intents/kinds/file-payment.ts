import { z } from "zod";
import { FILE_TYPES } from "../files/file-types.ts";
import { authorisation, dateTime, namespaced, scaSupportData, supplementaryData, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import * as v3 from "./parts-v3.ts";
import * as v4 from "./parts-v4.ts";
import { type Account, tooEarly, wrongAccount } from "./rules.ts";

const announced = {
  FileType: namespaced,
  FileHash: text(44),
  FileReference: text(40).optional(),
  NumberOfTransactions: z
    .string()
    .regex(/[0-9]{1,15}/)
    .optional(),
  ControlSum: z.number().optional(),
  RequestedExecutionDateTime: dateTime.optional(),
  LocalInstrument: namespaced.optional(),
  SupplementaryData: supplementaryData.optional(),
};

const request = <Initiation extends z.ZodType>(Initiation: Initiation) =>
  z.strictObject({
    Data: z.strictObject({
      Initiation,
      Authorisation: authorisation.optional(),
      SCASupportData: scaSupportData.optional(),
    }),
  });

interface Body {
  readonly Data: {
    readonly Initiation: {
      readonly FileType: string;
      readonly FileHash: string;
      readonly NumberOfTransactions?: string | undefined;
      readonly RequestedExecutionDateTime?: string | undefined;
      readonly DebtorAccount?: Account | undefined;
    };
  };
}

const INITIATION = "Data.Initiation";

/** Many payments in one file, which comes afterwards (OBWriteFileConsent3). */
export const filePayment = intentKind<Body>({
  request: {
    "v3.1": request(
      z.strictObject({
        ...announced,
        DebtorAccount: v3.account.optional(),
        RemittanceInformation: v3.remittance.optional(),
      }),
    ),
    "v4.0": request(
      z.strictObject({
        ...announced,
        DebtorAccount: v4.account.optional(),
        CreditorAgent: v4.creditorAgent.optional(),
        UltimateDebtor: v4.ultimateParty().optional(),
        RemittanceInformation: v4.remittance().optional(),
      }),
    ),
  },
  problems: ({ Data: { Initiation: file } }, now) => [
    ...(FILE_TYPES.includes(file.FileType)
      ? []
      : [{ name: "Field.Invalid", message: "This bank reads no such file", path: `${INITIATION}.FileType` } as const]),
    ...(/^[A-Za-z0-9+/]{43}=$/.test(file.FileHash)
      ? []
      : [{ name: "Field.Invalid", message: "Expected a SHA-256 in base64", path: `${INITIATION}.FileHash` } as const]),
    ...(file.NumberOfTransactions === undefined || /^[0-9]{1,15}$/.test(file.NumberOfTransactions)
      ? []
      : [{ name: "Field.Invalid", message: "Expected a number", path: `${INITIATION}.NumberOfTransactions` } as const]),
    ...tooEarly(file.RequestedExecutionDateTime, "today", now, `${INITIATION}.RequestedExecutionDateTime`),
    ...wrongAccount(file.DebtorAccount, `${INITIATION}.DebtorAccount`),
  ],
  awaitsFile: true,
});
