import { z } from "zod";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { ConsentView } from "./acp-wire";

/** A map of whatever the identity provider told of the log-in; what is not as we know it was not said. */
const authenticationContext = z.object({
  acr: z.string().optional().catch(undefined),
  amr: z.union([z.string().transform((amr) => amr.split(" ").filter(Boolean)), z.array(z.string())]).catch([]),
  auth_time: z.coerce.number().int().positive().optional().catch(undefined),
});

export function authenticationIn(view: ConsentView): Pick<ConsentRequest, "authentication"> {
  const read = authenticationContext.safeParse(view.authentication_context);
  if (!read.success) return {};
  const { acr, amr, auth_time } = read.data;
  const authTime = auth_time === undefined ? undefined : new Date(auth_time * 1_000);
  const isTime = authTime && !Number.isNaN(authTime.getTime());
  return { authentication: { ...(acr !== undefined && { acr }), amr, ...(isTime && { authTime }) } };
}
