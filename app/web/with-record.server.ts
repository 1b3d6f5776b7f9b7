import { DeskUnavailable } from "~/ports/consent-desk";
import { log } from "./log.server";

/**
 * What `work` makes of our own record, or the page which says that it is away.
 *
 * @throws Response 503
 */
export async function withRecord<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DeskUnavailable)) throw error;
    log().error({ err: error }, "our own record is not available");
    throw new Response(null, { status: 503 });
  }
}
