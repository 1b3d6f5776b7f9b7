import { shownStatus } from "~/domain/consent/shown-status";
import type { KeptNotice } from "~/ports/customer-notices";
import type { OwnConsent } from "~/use-cases/save-own-record";

/** One consent, in the words of the code: a program reads it, whatever its customer's language is. */
export const consentJson = ({ consent, underWay, history }: OwnConsent) => ({
  id: consent.id,
  app: consent.clientName ?? null,
  clientId: consent.clientId,
  kind: consent.kind,
  status: shownStatus(consent, underWay?.move),
  accountIds: consent.accountIds,
  permissions: consent.permissions ?? [],
  askedAt: consent.createdAt,
  allowedAt: consent.agreedAt ?? null,
  changedAt: consent.changedAt,
  endsAt: consent.expiresAt ?? null,
  history: history.map(({ version, at, move, from, to, by, reason, difference }) => ({
    version,
    at,
    move,
    from: from ?? null,
    to,
    by,
    reason,
    changed: difference,
  })),
});

export const noticeJson = ({ notice, read, consent }: KeptNotice) => ({ ...notice, read, consent: consent ?? null });

/** A JSON document of lists that are written as they come. */
export async function* jsonOf(lists: Readonly<Record<string, AsyncIterable<readonly unknown[]>>>) {
  let before = "{";
  for (const [name, pages] of Object.entries(lists)) {
    yield `${before}\n${JSON.stringify(name)}: [`;
    let comma = "\n";
    for await (const page of pages) {
      for (const each of page) {
        yield comma + JSON.stringify(each);
        comma = ",\n";
      }
    }
    yield "\n]";
    before = ",";
  }
  yield "\n}\n";
}
