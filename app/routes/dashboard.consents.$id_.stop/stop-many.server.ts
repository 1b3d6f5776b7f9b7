import { redirect } from "@remix-run/node";
import { asBatchId, type ClientId, type CustomerId } from "~/domain/shared/ids";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { services } from "~/web/services.server";
import type { LoggedIn } from "~/web/session.server";
import { withRecord } from "~/web/with-record.server";
import { presentBatch, presentMany } from "./present-many";
import { keyIn, stoppingScene } from "./stopping.server";

const BATCH = "batch";
const UNTICKED = "unticked";

/**
 * What a customer could stop at once, of all apps or of one; of a batch that the address names, what came of it.
 *
 * @throws Response 404 for a batch that is not theirs, or not of this page
 */
export async function viewMany(
  request: Request,
  own: LoggedIn,
  page: string,
  client?: ClientId,
): Promise<StoppingPageView> {
  const { searchParams } = new URL(request.url);
  const scene = stoppingScene(request, own);
  const id = searchParams.get(BATCH);
  if (id !== null) {
    const view = await withRecord(() => services().viewBatch(asBatchId(id), own.customer));
    if (!view || view.batch.clientId !== client) throw new Response(null, { status: 404 });
    return presentBatch(view, batchPage(page, id), scene);
  }
  const consents = await withRecord(() => services().liveConsentsOf(own.customer, client));
  return presentMany(consents, {
    ...scene,
    ofApp: client !== undefined,
    unticked: searchParams.has(UNTICKED),
  });
}

/** Stops all of it (D-10): more than one only with the box ticked that says so. */
export async function stopManyFrom(request: Request, customer: CustomerId, page: string, client?: ClientId) {
  const form = await request.formData();
  const idempotencyKey = keyIn(form);
  const { liveConsentsOf, stopMany } = services();
  const live = await withRecord(() => liveConsentsOf(customer, client));
  if (live.length > 1 && form.get("all") !== "yes") return redirect(`${page}?${UNTICKED}`, 303);
  const batch = await withRecord(() =>
    stopMany({
      customer,
      ...(client !== undefined && { clientId: client }),
      idempotencyKey,
      correlationId: requireCorrelationId(),
    }),
  );
  return redirect(batchPage(page, batch.id), 303);
}

const batchPage = (page: string, id: string) => `${page}?${new URLSearchParams({ [BATCH]: id })}`;
