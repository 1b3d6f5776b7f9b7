import type { CustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { paths } from "~/paths";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { ConsentLine } from "~/ui/admin/consent-list-view";
import { KIND_WORDS, minute, STATUS_WORDS } from "~/ui/admin/staff-words";

/** One consent as a row; what a TPP wrote as one line of plain text (C-02). */
export function presentRow(
  consent: RegisteredConsent,
  names: ReadonlyMap<CustomerId, string>,
  clientName: string | undefined,
): ConsentLine {
  const { id, clientId, customer, kind, status, accountIds, createdAt, agreedAt, changedAt, expiresAt } = consent;
  const name = customer && names.get(customer);
  return {
    id,
    href: paths.adminConsent(id),
    ...(customer && {
      customer: {
        id: customer,
        href: paths.adminConsentsFound(new URLSearchParams({ customer }).toString()),
        ...(name && { name }),
      },
    }),
    tpp: plainText(consent.clientName) ?? clientName ?? plainText(clientId) ?? "–",
    kind: KIND_WORDS[kind],
    status: STATUS_WORDS[status],
    accounts: String(accountIds.length),
    asked: minute(createdAt),
    granted: agreedAt ? minute(agreedAt) : "–",
    changed: minute(changedAt),
    ends: expiresAt ? minute(expiresAt) : "–",
  };
}
