import { randomUUID } from "node:crypto";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import { endOf } from "~/domain/consent-kinds/index";
import type { ConsentId } from "~/domain/shared/ids";
import type { AuthorityEvent, ConsentRecord } from "~/ports/authorization-server";

/** The consents of an authorization server in this process, oldest first, and the events about them. */
export function createConsentBook() {
  const consents = new Map<ConsentId, ConsentRecord>();
  const events = new Map<string, AuthorityEvent>();
  const pushed: string[] = [];

  const keep = (record: ConsentRecord, cause: AuthorityEvent["cause"], by: AuthorityEvent["by"]) => {
    consents.set(record.id, record);
    const id = randomUUID();
    const body = `event ${id}`;
    events.set(body, { id, at: record.updatedAt ?? record.createdAt, record, cause, by, correlationId: id });
    pushed.push(body);
  };

  /** One more revision, where the consent is in a status that allows it. */
  const change = (
    id: ConsentId,
    from: readonly ConsentRecord["status"][],
    to: Partial<ConsentRecord> & Pick<ConsentRecord, "status">,
    cause: AuthorityEvent["cause"],
    by: AuthorityEvent["by"],
  ): boolean => {
    const record = consents.get(id);
    if (!record || !from.includes(record.status)) return false;
    const { reason: _, ...before } = record;
    keep({ ...before, ...to, revision: (record.revision ?? 0) + 1, updatedAt: new Date() }, cause, by);
    return true;
  };

  const end = (id: ConsentId, by: AuthorityEvent["by"], why: Pick<ConsentRecord, "reason" | "supersededBy"> = {}) =>
    change(id, ["authorised", "suspended"], { status: "revoked", ...why }, "revoked", by);

  return { consents, events, pushed, keep, change, end };
}

/** A consent that was just asked for. */
export function recordOf({ id, requester, subject }: ConsentRequest): ConsentRecord {
  const now = new Date();
  const expiresAt = endOf(subject);
  return {
    id,
    clientId: requester.clientId,
    clientName: requester.name,
    kind: subject.kind,
    status: "pending",
    revision: 1,
    createdAt: now,
    updatedAt: now,
    accountIds: [],
    ...(subject.kind === "account-access" && { permissions: [...subject.permissions] }),
    ...(expiresAt && { expiresAt }),
  };
}
