import { asCustomerRef } from "~/domain/shared/ids";
import type { AuditSearch } from "~/ports/audit-search";
import type { CustomerVault } from "~/ports/customer-vault";
import type { ByStaff, EvidenceBook } from "~/ports/evidence-book";

interface Needs {
  readonly auditSearch: Pick<AuditSearch, "event">;
  readonly evidenceBook: Pick<EvidenceBook, "opened">;
  readonly vault: Pick<CustomerVault, "byRef">;
}

export type OpenedEvidence =
  | { readonly is: "opened"; readonly personal: unknown }
  /** The customer was erased: nobody can read it any more. */
  | { readonly is: "erased" }
  | { readonly is: "none" };

/**
 * What an event says of a person. That somebody reads it is written down before they do.
 *
 * @returns undefined when there is no such event.
 * @throws DeskUnavailable
 */
export const openEvidence =
  ({ auditSearch, evidenceBook, vault }: Needs) =>
  async (id: string, by: ByStaff): Promise<OpenedEvidence | undefined> => {
    const event = await auditSearch.event(id);
    if (!event) return undefined;
    const { personal, customerRef } = event.row;
    if (personal === null || customerRef === null) return { is: "none" };
    const cipher = await vault.byRef(asCustomerRef(customerRef));
    if (!cipher) return { is: "erased" };
    await evidenceBook.opened(event, by);
    return { is: "opened", personal: cipher.open(personal) };
  };
