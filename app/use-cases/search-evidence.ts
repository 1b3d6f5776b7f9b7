import { type AuditAsked, type AuditPlace, isPseudonym } from "~/domain/audit/audit-asked";
import type { CustomerId, CustomerRef } from "~/domain/shared/ids";
import type { AuditFound, AuditSearch } from "~/ports/audit-search";
import type { ByStaff, EvidenceBook } from "~/ports/evidence-book";

interface Needs {
  readonly auditSearch: Pick<AuditSearch, "find" | "pseudonymOf">;
  readonly evidenceBook: Pick<EvidenceBook, "searched">;
}

/**
 * Events of the record. That somebody looks for those of one person is written down before they see any: each page,
 * for which one is the first, an address says that anybody can write.
 *
 * @throws DeskUnavailable
 */
export const searchEvidence =
  ({ auditSearch, evidenceBook }: Needs) =>
  async (asked: AuditAsked, place: AuditPlace | undefined, by: ByStaff): Promise<AuditFound> => {
    const { who } = asked;
    if (who !== undefined) await evidenceBook.searched(isPseudonym(who) ? "customer" : "staff", who, by);
    return auditSearch.find(asked, place);
  };

/**
 * By which pseudonym the record names a customer. Whose it is, is what a pseudonym keeps: to be told is written down.
 *
 * @returns undefined for a customer without any.
 * @throws DeskUnavailable
 */
export const tellPseudonym =
  ({ auditSearch, evidenceBook }: Needs) =>
  async (customer: CustomerId, by: ByStaff): Promise<CustomerRef | undefined> => {
    const ref = await auditSearch.pseudonymOf(customer);
    await evidenceBook.searched("customer-number", ref, by);
    return ref;
  };
