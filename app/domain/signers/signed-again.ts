import type { ConsentRequest } from "../consent/consent-request";
import type { OfferedAccount } from "../consent/offered-account";
import { traitsOf } from "../consent-kinds/index";
import { signingOf } from "./signatures-awaited";

/**
 * Whoever is asked again is asked alone (T8, T17): signatures are waited for before a consent is first authorised, and not
 * while it is. So nobody goes on with an account that others sign for too: it takes a new request, which they sign (P-28).
 * Nor does anybody share data where it would flow before the others have agreed (P-08).
 */
export function offeredToOne(
  offered: readonly OfferedAccount[],
  { subject, mode, customer }: Pick<ConsentRequest, "subject" | "mode" | "customer">,
  holdsForSignatures: boolean,
): readonly OfferedAccount[] {
  const isHeld = holdsForSignatures || traitsOf(subject.kind).moves === "money";
  if (mode?.is !== "again" && isHeld) return offered;
  return offered.map((offer) =>
    !offer.unavailable && signingOf(subject, offer.account.mandate, customer).is === "one-of-several"
      ? { ...offer, unavailable: "needs-signatures" }
      : offer,
  );
}
