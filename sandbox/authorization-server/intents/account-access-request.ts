import { z } from "zod";
import { PERMISSIONS } from "../consents/permissions.ts";
import { dateTime } from "./fields.ts";

const body = {
  Data: z.object({
    Permissions: z.array(z.enum(PERMISSIONS)).min(1),
    ExpirationDateTime: dateTime.optional(),
    TransactionFromDateTime: dateTime.optional(),
    TransactionToDateTime: dateTime.optional(),
  }),
  Risk: z.strictObject({}),
};

/** OBReadConsent1. The two versions differ in one thing: v4.0 does not forbid further members beside Data and Risk. */
export const accountAccessRequest = { "v3.1": z.strictObject(body), "v4.0": z.object(body) };
