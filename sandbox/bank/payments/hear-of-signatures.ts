import { Refusal } from "../gateway/refusal.ts";
import { carryOut, type OrderDesk } from "./carry-out.ts";
import type { Signatures } from "./signatures.ts";

/**
 * Keeps what is told of a consent's signatures, and carries out what had waited for them. Told again, it goes on where
 * it stopped: only then is it answered that it was heard.
 *
 * @throws AuthorizationServerUnavailable
 */
export async function hearOfSignatures(desk: OrderDesk, consentId: string, told: Signatures, interactionId: string) {
  const kept = await desk.signatures.keep(consentId, told);
  if (kept.state === "awaiting") return;
  for (const order of await desk.orders.receivedOf(consentId)) {
    await carryOut(desk, order, interactionId).catch((error: unknown) => {
      // The consent ended meanwhile: so has the order, and there is nothing to tell again.
      if (!(error instanceof Refusal)) throw error;
    });
  }
}
