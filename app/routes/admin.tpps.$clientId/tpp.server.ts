import { asClientId, type ClientId } from "~/domain/shared/ids";
import type { TppKnown } from "~/ports/tpp-registrations";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";

const LONGEST = 200;

/** As an address names one. @throws Response 404 for what no client is called */
function requireClientId(param: string | undefined): ClientId {
  if (!param || param.length > LONGEST || param.includes("\0")) throw new Response(null, { status: 404 });
  return asClientId(param);
}

/** @throws Response 404 for one that nobody knows; 503 */
export async function requireTpp(param: string | undefined): Promise<TppKnown> {
  const client = requireClientId(param);
  const found = await withRecord(() => services().tppRegistrations.find(client));
  if (!found) throw new Response(null, { status: 404 });
  return found;
}
