import type { ConsentId } from "~/domain/shared/ids";
import type { AuthorizationServer, ConsentRecord } from "~/ports/authorization-server";

/** An authorization server as far as it is looked at: it holds records, and forgets or changes them on command. */
export function recordHolder() {
  const records = new Map<ConsentId, ConsentRecord>();
  let asked = 0;
  const newestFirst = () =>
    [...records.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
  return {
    put: (...all: readonly ConsentRecord[]) => {
      for (const record of all) records.set(record.id, record);
    },
    forget: (id: ConsentId) => records.delete(id),
    records,
    asked: () => asked,
    async findConsent({ id }: { readonly id: ConsentId }) {
      asked += 1;
      return records.get(id);
    },
    async listConsents(...[, { size, after }]: Parameters<AuthorizationServer["listConsents"]>) {
      const all = newestFirst();
      const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
      return all.slice(from, from + size);
    },
  };
}
