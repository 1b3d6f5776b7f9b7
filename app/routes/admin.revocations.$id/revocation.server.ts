import { validate as isUuid } from "uuid";
import type { BulkRevocation } from "~/ports/bulk-revocations";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";

/** The list that an address names. @throws Response 404, 503 */
export async function requireRevocation(id: string | undefined): Promise<BulkRevocation> {
  const list = id !== undefined && isUuid(id) ? await withRecord(() => services().revocations.read(id)) : undefined;
  if (!list) throw new Response(null, { status: 404 });
  return list;
}
