import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { CLUSTERS, type Cluster, linesFor, type PermissionLine, withheldFrom } from "~/domain/permissions/clusters";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { AccountAccessView, ClusterView } from "~/ui/consent-page-view";
import { unbroken } from "~/ui/present-frame";
import type { Stop } from "~/ui/present-stop";
import type { KindOfQuestion } from "./kind-of-question";
import type { PresentContext } from "./present";
import { presentAccountChoice } from "./present-account-choice";
import { presentAlready } from "./present-connection";
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

  const clusters = presentClusters(access, context);
  const expiry = presentExpiry(access.expiresAt, context.now, words);
  const subject: AccountAccessView = {
    kind: "account-access",
    question: own.question(app),
    willSee: own.willSee(app),
    clusters,
    cannot: {
      title: own.cannotSee(app),
      items: [
        ...own.cannotDo.map((text) => ({ id: "always" as const, text })),
        ...withheldFrom(access.permissions).map((id) => ({ id, text: own.see(words.withheld[id]) })),
      ],
    },
    why: presentPurpose(request.requester.purpose, app, words),
    howLong: expiry.block,
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

function presentClusters(access: AccountAccess, { words, draft }: PresentContext): readonly ClusterView[] {
  const lines = linesFor(access.permissions);
  const formats = formatsFor(words.locale);
  return CLUSTERS.flatMap((id) => {
    const own = lines.filter((line) => line.cluster === id);
    if (own.length === 0) return [];
    const hasDays = id === "transactions" || id === "statements";
    const isOpen = draft?.example === id;
    return {
      id,
      title: words.clusters[id].title,
      summary: formats.capitalised(formats.enumeration(own.map((line) => words.lines[line.id].short))),
      ...(hasDays ? { history: presentHistory(id, access.history, words) } : {}),
      lines: own.map((line) => ({ id: line.id, text: words.lines[line.id].full })),
      ...presentOthers(own, words),
      open: isOpen || own.some((line) => IDENTIFYING.has(line.id)),
      example: {
        show: `example:${isOpen ? "" : id}`,
        label: isOpen ? words.examples.hide : words.examples.show,
        isOpen,
      },
    };
  });
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
