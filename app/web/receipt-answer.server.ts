import { redirect } from "@remix-run/node";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { DeskUnavailable } from "~/ports/consent-desk";
import type { IssuedReceipt } from "~/use-cases/issue-receipt";
import { isVisitId, visitOf } from "./consent-visit.server";
import { wordsFor } from "./language.server";
import { log } from "./log.server";
import { services } from "./services.server";

/** Where anybody can check a receipt, as it is printed on one. */
export const receiptCheckAddress = (): string => `${env().PUBLIC_ORIGIN}${paths.receiptCheck}`;

/**
 * The receipt of the visit that this browser opened.
 *
 * @throws Response 404, alike for a visit of somebody else and for one that has no receipt; 503 when our record is away
 */
export async function requireReceipt(request: Request, visitId: string | undefined): Promise<IssuedReceipt> {
  const visit = await visitOf(request, visitId);
  const receipt = visit && (await services().issueReceipt(visit, wordsFor(request).locale).catch(unavailable));
  if (!receipt) throw new Response(null, { status: 404 });
  return receipt;
}

/**
 * The same for a file: where there is none the browser is sent to the page that says so in words.
 *
 * @throws Response as {@link requireReceipt}, or a redirect to the page of the receipt
 */
export async function requireReceiptFile(request: Request, visitId: string | undefined): Promise<IssuedReceipt> {
  try {
    return await requireReceipt(request, visitId);
  } catch (refusal) {
    if (!(refusal instanceof Response) || !isVisitId(visitId)) throw refusal;
    throw redirect(paths.receipt(visitId), 303);
  }
}

function unavailable(error: unknown): never {
  if (!(error instanceof DeskUnavailable)) throw error;
  log().error({ err: error }, "a receipt could not be read or kept");
  throw new Response(null, { status: 503 });
}
