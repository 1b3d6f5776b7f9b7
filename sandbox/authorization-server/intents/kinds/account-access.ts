import { z } from "zod";
import { missingPermissions, PERMISSIONS } from "../../consents/permissions.ts";
import { dateTime } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { before } from "./rules.ts";

const body = {
  Data: z.object({
    Permissions: z.array(z.enum(PERMISSIONS)).min(1),
    ExpirationDateTime: dateTime.optional(),
    TransactionFromDateTime: dateTime.optional(),
    TransactionToDateTime: dateTime.optional(),
  }),
  Risk: z.strictObject({}),
};

/** To read account data. */
export const accountAccess = intentKind({
  // OBReadConsent1. The versions differ in one thing: v4.0 does not forbid further members beside Data and Risk.
  request: { "v3.1": z.strictObject(body), "v4.0": z.object(body) },
  problems: ({ Data }) => [
    ...missingPermissions(Data.Permissions).map(
      (message) => ({ name: "Field.Expected", message, path: "Data.Permissions" }) as const,
    ),
    ...before(
      Data.TransactionToDateTime,
      Data.TransactionFromDateTime,
      "Data.TransactionToDateTime",
      "The period ends before it begins",
    ),
  ],
  ends: { path: "Data.ExpirationDateTime", at: ({ Data }) => Data.ExpirationDateTime },
});
