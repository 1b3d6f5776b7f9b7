import { z } from "zod";
import { TOKEN_FAULTS } from "~/domain/notifications/token-fault";

/** A poll (RFC 8936 section 2.4, with the fields of the UK profile). */
export const pollBody = z.strictObject({
  maxEvents: z.number().int().min(0).optional(),
  /** Taken and not followed: every poll is answered at once, which the standard leaves open to us. */
  returnImmediately: z.boolean().optional(),
  ack: z.array(z.string().min(1).max(128)).max(1_000).optional(),
  setErrs: z
    .record(z.string().min(1).max(128), z.object({ err: z.enum(TOKEN_FAULTS), description: z.string().max(256) }))
    .transform((faults) => Object.fromEntries(Object.entries(faults).map(([id, { err }]) => [id, err])))
    .optional(),
});
