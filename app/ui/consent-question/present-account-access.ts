import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { isStrong } from "~/domain/factor/authentication";
import {
  CLUSTERS,
  type Cluster,
  type LineId,
  linesFor,
  type PermissionLine,
  withheldFrom,
} from "~/domain/permissions/clusters";
import { linesBetween } from "~/domain/permissions/permission-difference";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { AccountAccessView, ClusterView } from "../consent-page-view";
import type { ChangeTag } from "../facts-view";
import { unbroken } from "../present-frame";
import type { Stop } from "../stop";
import type { KindOfQuestion } from "./kind-of-question";
import { presentAccountChoice } from "./present-account-choice";
import { earlierOf, tagOf } from "./present-changes";
import { presentAlready } from "./present-connection";
import type { PresentContext } from "./present-context";
import { presentExpiry } from "./present-expiry";

/** Lines that say who somebody is; their cluster starts open, so that nobody misses it (consent-page.md, block 5). */
const IDENTIFYING: ReadonlySet<PermissionLine["id"]> = new Set([
  "accounts-detail",
  "card-number",
  "party-holders",
  "party-self",
]);

/** Lines that show people other than the account holders by their account numbers too. */
const SHOWING_NUMBERS: ReadonlySet<PermissionLine["id"]> = new Set([
  "beneficiaries-detail",
  "standing-orders-detail",
  "scheduled-payments-detail",
  "transactions-detail-in",
  "transactions-detail-out",
  "transactions-detail-both",
  "statements-detail",
]);

export function presentAccountAccess(access: AccountAccess, context: PresentContext): KindOfQuestion | Stop {
  const { app, words, offered, request, bank } = context;
  const own = words.accountAccess;
  const formats = formatsFor(words.locale);
  const isOne = offered.filter(({ unavailable }) => unavailable === undefined).length === 1;
  const accounts = presentAccountChoice(context, {
    choice: "any",
    title: isOne ? own.chooseOne : own.choose,
    hint: isOne ? own.chooseHintOne(app) : own.chooseHint(app),
    unavailableTitle: own.unavailable,
    joint: own.joint,
    withBalance: false,
  });
  if (!offered.some(({ unavailable }) => unavailable === undefined)) {
    return { is: "no-account", kind: access.kind, requester: request.requester.name ?? "", offered };
  }

  const expiry = presentExpiry(access.expiresAt, context.now, words);
  const seen = presentSeen(access, context);
  const { clusters } = seen;
  const subject: AccountAccessView = {
    ...seen,
    question: own.question(app),
    ...presentNoLonger(access, context),
    why: presentPurpose(request.requester.purpose, app, words),
    howLong: { ...expiry.block, ...tagOfEnd(access, expiry.block.until, context) },
  };
  const phrases = formats.list(clusters.map((cluster) => words.clusters[cluster.id].phrase));
  return {
    title: subject.question,
    between: own.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject,
      ...presentAlready(access, context),
      accounts: accounts.view,
      summary: (isOne ? own.summaryOne : own.summary)(app, phrases, expiry.inSummary),
      afterwards: {
        title: own.afterwards,
        text: own.afterwardsText(app, isolated(bank.name), isolated(unbroken(bank.phone))),
      },
      allow: own.allow,
      refuse: own.refuse,
    },
  };
}

/** What the app sees with it, and what it never does: wherever that is told, in the same words (P-03, P-04). */
export function presentSeen(
  access: AccountAccess,
  context: PresentContext,
): Pick<AccountAccessView, "kind" | "willSee" | "clusters" | "cannot"> {
  const { app, words } = context;
  const own = words.accountAccess;
  return {
    kind: "account-access",
    willSee: own.willSee(app),
    clusters: presentClusters(access, context),
    cannot: {
      title: own.cannotSee(app),
      items: [
        ...own.cannotDo.map((text) => ({ id: "always" as const, text })),
        ...withheldFrom(access.permissions).map((id) => ({ id, text: own.see(words.withheld[id]) })),
      ],
    },
  };
}

function presentClusters(access: AccountAccess, context: PresentContext): readonly ClusterView[] {
  const { words, draft, request } = context;
  const lines = linesFor(access.permissions);
  const tags = tagsOfLines(access, context);
  const formats = formatsFor(words.locale);
  return CLUSTERS.flatMap((id) => {
    const own = lines.filter((line) => line.cluster === id);
    if (own.length === 0) return [];
    const hasDays = id === "transactions" || id === "statements";
    const isOpen = draft?.example === id;
    const tag = tagOfCluster(id, own, tags, access, context);
    return {
      id,
      title: words.clusters[id].title,
      ...(tag && { tag }),
      summary: formats.capitalised(formats.enumeration(own.map((line) => words.lines[line.id].short))),
      ...(hasDays ? { history: presentHistory(id, access.history, words) } : {}),
      lines: own.map((line) => {
        const changed = tags.get(line.id);
        return { id: line.id, text: words.lines[line.id].full, ...(changed && { tag: changed }) };
      }),
      ...presentOthers(own, words),
      open: isOpen || tag !== undefined || own.some((line) => IDENTIFYING.has(line.id)),
      // What is on an account is not shown after one factor alone (P-21).
      ...(isStrong(request.authentication) && {
        example: {
          show: `example:${isOpen ? "" : id}`,
          label: isOpen ? words.examples.hide : words.examples.show,
          isOpen,
        },
      }),
    };
  });
}

/** What became of each line since the consent that this one is to replace (P-11). */
function tagsOfLines(access: AccountAccess, { request, words }: PresentContext): ReadonlyMap<LineId, ChangeTag> {
  const earlier = earlierOf("account-access", request.mode);
  if (!earlier) return new Map();
  const { added, changed } = linesBetween(earlier.permissions, access.permissions);
  return new Map<LineId, ChangeTag>([
    ...added.map((line) => [line.id, tagOf("new", words)] as const),
    ...changed.map((pair) => [pair.now.id, tagOf("changed", words, words.lines[pair.before.id].full)] as const),
  ]);
}

/** New where all of it is; changed where something in it is, other days among it. */
function tagOfCluster(
  id: Cluster,
  lines: readonly PermissionLine[],
  tags: ReadonlyMap<LineId, ChangeTag>,
  access: AccountAccess,
  { request, words }: PresentContext,
): ChangeTag | undefined {
  const earlier = earlierOf("account-access", request.mode);
  if (!earlier) return undefined;
  if (lines.every((line) => tags.get(line.id)?.is === "new")) return tagOf("new", words);
  const daysOf = ({ history }: AccountAccess) => presentHistory(id, history, words);
  const hasOtherDays = (id === "transactions" || id === "statements") && daysOf(earlier) !== daysOf(access);
  if (hasOtherDays) return tagOf("changed", words, daysOf(earlier));
  return lines.some((line) => tags.has(line.id)) ? tagOf("changed", words) : undefined;
}

function presentNoLonger(
  access: AccountAccess,
  { request, words, app }: PresentContext,
): Pick<AccountAccessView, "noLonger"> {
  const earlier = earlierOf("account-access", request.mode);
  const removed = earlier ? linesBetween(earlier.permissions, access.permissions).removed : [];
  if (removed.length === 0) return {};
  const lines = removed.map(({ id }) => ({ id, text: words.lines[id].full, tag: tagOf("removed", words) }));
  return { noLonger: { title: words.inItsPlace.noLonger(app), lines } };
}

function tagOfEnd(
  { expiresAt }: AccountAccess,
  said: string,
  { request, now, words }: PresentContext,
): { readonly tag?: ChangeTag } {
  const earlier = earlierOf("account-access", request.mode);
  if (!earlier || earlier.expiresAt?.getTime() === expiresAt?.getTime()) return {};
  const { until } = presentExpiry(earlier.expiresAt, now, words).block;
  return { tag: tagOf("changed", words, until === said ? undefined : until) };
}

/** Said where a group shows people who were not asked. */
function presentOthers(lines: readonly PermissionLine[], words: PresentContext["words"]): Pick<ClusterView, "others"> {
  if (lines.some(({ id }) => SHOWING_NUMBERS.has(id))) return { others: words.othersNumbers };
  return lines.some(({ id }) => id === "beneficiaries-basic") ? { others: words.othersNames } : {};
}

/** Of statements only those that lie wholly within the days (Read/Write API, "Statements"). */
function presentHistory(id: Cluster, { from, to }: AccountAccess["history"], words: PresentContext["words"]): string {
  const { date } = formatsFor(words.locale);
  const own = words.accountAccess.history;
  if (!from && !to) return own.all;
  const days =
    from && to ? own.between(date(from), date(to)) : from ? own.since(date(from)) : own.until(date(to as Date));
  return id === "statements" ? own.statements(days) : days;
}

/** The purpose is the TPP's own claim and is shown as that; without one we say so and make none up (C-04). */
function presentPurpose(purpose: string | undefined, app: string, words: PresentContext["words"]) {
  const { why: title, noPurpose, quoted, theirWords, wholePurpose } = words.accountAccess;
  const stated = plainText(purpose);
  const whole = plainText(purpose, Number.POSITIVE_INFINITY);
  if (stated === undefined || whole === undefined) return { title, text: noPurpose(app) };
  return {
    title,
    text: quoted(isolated(stated)),
    caption: theirWords(app),
    ...(stated !== whole && { whole: { title: wholePurpose, text: isolated(whole) } }),
  };
}
