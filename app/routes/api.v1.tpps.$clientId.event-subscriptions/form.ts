import { z } from "zod";

/** What a TPP may ask for, as its gateway hands it on: see docs/how-to/connect-a-bank.md. */
export const subscriptionBody = z.strictObject({
  callbackUrl: z.string().min(1).max(2_048).optional(),
  /** `Version` of the standard: at most 10 characters, and of two versions only. */
  apiVersion: z.string().regex(/^(?:3\.1|4\.0)(?:\.\d{1,3})?$/),
  eventTypes: z.array(z.string().min(1).max(128)).max(32).optional(),
});
