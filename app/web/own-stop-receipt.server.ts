import { redirect } from "@remix-run/node";
import { asConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { IssuedReceipt } from "~/use-cases/issue-receipt";
import { wordsFor } from "./language.server";
import { requireCustomer } from "./require-customer.server";
import { services } from "./services.server";
import { withRecord } from "./with-record.server";

/**
 * The receipt of a stop of the customer who is signed in, as a file.
 *
 * @throws Response 404, alike for a consent of somebody else and for one that is not there; where there is no receipt a
 *   redirect to the page that says how it stands
 */
export async function requireOwnStopReceipt(request: Request, param: string | undefined): Promise<IssuedReceipt> {
  const { customer } = await requireCustomer(request);
  const id = asConsentId(param ?? "");
  const receipt = await withRecord(() => services().issueStopReceipt(id, customer, wordsFor(request).locale));
  if (receipt === "not-found") throw new Response(null, { status: 404 });
  if (receipt === "not-stopped") throw redirect(paths.stopConnection(id), 303);
  return receipt;
}
