import type { EndedBecause } from "~/domain/consent/decision";
import { AuthorityError } from "~/ports/authorization-server";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";
import type { ConsentView } from "./view-consent-request";

interface Needs {
  readonly desk: Pick<ConsentDesk, "pageShown">;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
}

/** Pages that offer nothing but to end the request, by what they are on record as. */
const BECAUSE: ReadonlyMap<string | undefined, EndedBecause> = new Map([
  ["no-account", "no-eligible-account"],
  ["named-account-not-yours", "no-eligible-account"],
  ["named-account-unavailable", "no-eligible-account"],
  ["requester-unknown", "tpp-not-authorised"],
  ["requester-barred", "tpp-not-authorised"],
  ["requester-suspended", "tpp-not-authorised"],
  ["not-understood", "technical"],
  ["day-passed", "timed-out"],
  ["rate-expired", "timed-out"],
]);

/**
 * Why a request ends without its customer's no (T7), which is what the page on record shows and not what a browser says.
 * A request that cannot be read leaves no page on record: then it is read once more, and anything but that same fault
 * leaves the no with the customer.
 *
 * @returns undefined when it was theirs to answer.
 */
export const whyEnded =
  ({ desk, viewConsentRequest }: Needs) =>
  async (visit: Visit, seen: string): Promise<EndedBecause | undefined> => {
    const page = await desk.pageShown(visit, seen);
    if (page) return BECAUSE.get(page.stoppedAs);
    try {
      await viewConsentRequest(visit);
      return undefined;
    } catch (error) {
      return error instanceof AuthorityError && error.failure === "request-not-understood" ? "technical" : undefined;
    }
  };
