import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { ChangeUnderWay, ConsentChanges } from "~/ports/consent-changes";
import type { ConsentRegister, ConsentVersion, RegisteredConsent } from "~/ports/consent-register";
import type { CustomerNotices, KeptNotice } from "~/ports/customer-notices";

interface Needs {
  readonly register: Pick<ConsentRegister, "ofCustomer" | "versionsOf">;
  readonly changes: Pick<ConsentChanges, "underWay">;
  readonly notices: Pick<CustomerNotices, "of">;
}

/** One consent of a customer's own with everything that became of it. */
export interface OwnConsent {
  readonly consent: RegisteredConsent;
  readonly underWay?: ChangeUnderWay;
  /** Oldest first. */
  readonly history: readonly ConsentVersion[];
}

/** So many at once: what is held in memory, however many there are. */
const PAGE = 50;

/**
 * Everything that is known of one customer's own consents, to be taken along (D-27): page by page, newest first, as it
 * stands when its turn comes.
 *
 * @throws DeskUnavailable
 */
export const saveOwnRecord = ({ register, changes, notices }: Needs) => ({
  async *consents(customer: CustomerId): AsyncGenerator<readonly OwnConsent[], void> {
    for (let after: ConsentId | undefined; ; ) {
      const page = await register.ofCustomer(customer, { size: PAGE, ...(after && { after }) });
      const underWay = await changes.underWay(page.map(({ id }) => id));
      yield await Promise.all(
        page.map(async (consent) => {
          const change = underWay.get(consent.id);
          const history = await register.versionsOf(consent.id, { customer });
          return { consent, ...(change && { underWay: change }), history };
        }),
      );
      after = page.at(-1)?.id;
      if (page.length < PAGE || !after) return;
    }
  },

  async *notices(customer: CustomerId): AsyncGenerator<readonly KeptNotice[], void> {
    for (let after: string | undefined; ; ) {
      const page = await notices.of(customer, { size: PAGE, ...(after !== undefined && { after }) });
      yield page;
      after = page.at(-1)?.id;
      if (page.length < PAGE || after === undefined) return;
    }
  },
});
