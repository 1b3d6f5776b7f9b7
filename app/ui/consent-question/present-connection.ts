import type { EarlierSharing } from "~/domain/consent/connection";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { CLUSTERS, linesFor } from "~/domain/permissions/clusters";
import { isPermission } from "~/domain/permissions/permission";
import { isolated } from "~/domain/shared/isolated-text";
import { calendarSpan, formatsFor } from "~/i18n/formats";
import type { AlreadyView } from "../already-sharing";
import { nicknameOf } from "../present-account";
import { unbroken } from "../present-frame";
import type { PresentContext } from "./present-context";

/** So many are named, of sharings and of accounts; the others are counted. */
const NAMED = 3;

/** "First time you connect", or when last; nothing where our record could not be read (P-15). */
export function presentAcquaintance({
  connection,
  request: { mode },
  now,
  words,
}: Pick<PresentContext, "connection" | "request" | "now" | "words">): { acquaintance?: string } {
  if (!connection) return {};
  const lastAgreedAt = [connection.lastAgreedAt, mode?.since]
    .flatMap((date) => date ?? [])
    .sort((one, other) => other.getTime() - one.getTime())[0];
  const { first, before, beforeToday } = words.connection;
  if (!lastAgreedAt) return { acquaintance: first };
  const isToday = calendarSpan(lastAgreedAt, now).days === 0;
  return { acquaintance: isToday ? beforeToday : before(formatsFor(words.locale).date(lastAgreedAt)) };
}

/** What the app has already of what it asks for: facts, and nothing in the way (P-12). */
export function presentAlready(access: AccountAccess, context: PresentContext): { already?: AlreadyView } {
  const { connection, request, app, bank, words } = context;
  const { mode } = request;
  const ending = mode?.is === "instead-of" ? mode.consentId : undefined;
  const sharing = (connection?.sharing ?? []).filter(({ id }) => id !== ending);
  if (sharing.length === 0) return {};
  const own = words.connection;
  const left = sharing.length - NAMED;
  return {
    already: {
      title: own.already(app),
      items: sharing.slice(0, NAMED).map((earlier) => presentSharing(earlier, access, context)),
      ...(left > 0 && { more: own.more(left) }),
      whatNow: own.whatNow(app, isolated(bank.name), isolated(unbroken(bank.phone))),
    },
  };
}

function presentSharing(earlier: EarlierSharing, access: AccountAccess, { offered, words }: PresentContext) {
  const { date, list, enumeration } = formatsFor(words.locale);
  const both = new Set(earlier.permissions.filter(isPermission).filter((code) => access.permissions.has(code)));
  const clusters = CLUSTERS.filter((id) => linesFor(both).some(({ cluster }) => cluster === id));
  const since = date(earlier.since);
  const shared = new Set<string>(earlier.accountIds);
  const names = offered.flatMap(({ account }) => (shared.has(account.id) ? nicknameOf(account, words) : []));
  const named = enumeration(names.slice(0, NAMED));
  const unnamed = names.length - NAMED;
  return {
    text:
      clusters.length > 0
        ? words.connection.since(since, list(clusters.map((id) => words.clusters[id].phrase)))
        : words.connection.sinceOther(since),
    ...(names.length > 0 && {
      accounts: words.connection.from(unnamed > 0 ? `${named} ${words.choosing.andMore(unnamed)}` : named),
    }),
  };
}
