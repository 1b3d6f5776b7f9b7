import type { BankAccount } from "~/domain/consent/offered-account";
import { isNarrowed, queryOf, SHELF_TABS, type ShelfAsked, type ShelfTab } from "~/domain/shelf/shelf-asked";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { AccountGroup, AppGroup } from "~/ports/consent-lists";
import type { RegisteredConsent } from "~/ports/consent-register";
import { presentAuthorityAway } from "~/ui/present-authority-away";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import type { ActionView, GroupView, LinkView, ShelfView } from "~/ui/shelf-view";
import { presentFind } from "./present-find";
import { appOf, barredNote, mentionOf, notesOf, presentRow } from "./present-row";
import type { Pages, ShelfInput } from "./shelf-input";

const addressOf = (asked: ShelfAsked) => `${paths.dashboard}${queryOf(asked)}`;

/** A customer's lists, as the address asked for them. */
export function presentShelf(input: ShelfInput, bank: Bank, words: Words): ShelfView {
  const { asked, apps, byAccount, rows } = input;
  const { lists: own, home } = words.dashboard;
  const groups = groupsOf(input, words);
  const items = (rows?.consents ?? []).map((consent) =>
    presentRow(consent, input, { withApp: true, withAccounts: true }, words),
  );
  const action = actionOf(input, words);
  const others = othersOf(input, words);
  const isBoth = asked.tab === "payments" && apps !== undefined && rows !== undefined;
  const authorityAway = presentAuthorityAway(input.lastHeard, words);
  const find = presentFind(input, words);
  const by = byOf(input, words);
  // Beside what is paged, a few apps stand on the first page only.
  const pages = pagesOf(rows ?? apps ?? byAccount ?? {}, asked, words);
  const isEmpty = items.length === 0 && groups.length === 0 && !(asked.tab === "action" && action);
  return {
    ...presentDashboard(bank.dashboardName?.[words.locale] ?? words.dashboard.name, bank, words, paths.dashboard),
    tabs: { label: own.label, items: SHELF_TABS.map((tab) => tabOf(tab, input, words)) },
    intro: own.intro[asked.tab],
    ...(input.accounts === undefined && { away: own.namesAway }),
    ...(authorityAway && { authorityAway }),
    ...(action && { action }),
    ...(others && { others }),
    ...(by && { by }),
    ...(find && { find }),
    ...(groups.length > 0 && {
      groups: {
        ...(isBoth && { title: own.lasting }),
        items: groups,
        ...(isBoth &&
          apps.older && {
            more: { label: own.all, href: addressOf({ tab: "payments", by: "app", kind: "domestic-vrp" }) },
          }),
      },
    }),
    ...(items.length > 0 && { rows: { ...(isBoth && groups.length > 0 && { title: own.once }), items } }),
    ...(isEmpty && { nothing: nothingOf(asked, words) }),
    ...(pages && { pages }),
    ...(goesOn(input) && { stopEverything: { label: own.stopEverything, href: paths.stopEverything } }),
    ...(input.hasSigned && { signed: { label: words.signers.mine.title, href: paths.signed } }),
    take: { label: words.reminders.take.title, href: paths.takeData },
    idle: home.idle,
  };
}

/** Where a customer looks for the way to end all of it at once: not among what was paid, or has ended. */
const goesOn = ({ asked, counts }: ShelfInput): boolean =>
  (asked.tab === "sharing" || asked.tab === "checks") &&
  counts["account-access"] + counts["domestic-vrp"] + counts["funds-confirmation"] > 0;

/** The lists that a customer can have a number of at a glance; nobody counts what has been paid. */
function tabOf(tab: ShelfTab, { asked, counts, signatures }: ShelfInput, words: Words) {
  const { lists: own } = words.dashboard;
  const many = {
    sharing: counts["account-access"],
    action: counts.action + signatures.length,
    checks: counts["funds-confirmation"],
    payments: counts["domestic-vrp"],
    ended: 0,
  }[tab];
  return {
    label: own.tabs[tab],
    href: addressOf({ tab, by: "app" }),
    isHere: asked.tab === tab,
    ...(many > 0 && { count: formatsFor(words.locale).count(many) }),
  };
}

function byOf({ asked, counts, accounts }: ShelfInput, words: Words): ShelfView["by"] {
  const { lists: own } = words.dashboard;
  if (asked.tab !== "sharing" || !accounts || counts["account-access"] === 0) return undefined;
  return {
    label: own.by.label,
    items: (["app", "account"] as const).map((by) => ({
      label: own.by[by],
      href: addressOf({ tab: "sharing", by }),
      isHere: asked.by === by,
    })),
  };
}

/** Signatures first: others wait for them. */
function actionOf(input: ShelfInput, words: Words): ActionView | undefined {
  const { asked, signatures, action, counts } = input;
  const { lists: own, home } = words.dashboard;
  const isFirst = !isNarrowed(asked) && asked.from === undefined && asked.by === "app";
  if (!isFirst || (asked.tab !== "sharing" && asked.tab !== "action")) return undefined;
  const consents = asked.tab === "sharing" ? (action?.consents ?? []) : [];
  if (signatures.length === 0 && consents.length === 0) return undefined;
  return {
    title: asked.tab === "sharing" ? own.tabs.action : home.waiting,
    items: [
      ...signatures.map(({ id, requester, dueAt }) => ({
        id,
        link: {
          label: home.from(appOf(requester === undefined ? {} : { clientName: requester }, words).said),
          href: paths.signature(id),
        },
        note: home.by(formatsFor(words.locale).moment(dueAt)),
      })),
      ...consents.map((consent) => inShort(consent, input, words)),
    ],
    ...(asked.tab === "sharing" &&
      counts.action > consents.length && {
        more: { label: own.more(counts.action), href: addressOf({ tab: "action", by: "app" }) },
      }),
  };
}

/** What waits for somebody else is not what needs the customer. */
function othersOf(input: ShelfInput, words: Words): ActionView | undefined {
  const { lists: own } = words.dashboard;
  const { asked, others } = input;
  if (!others || others.consents.length === 0) return undefined;
  return {
    title: own.others,
    items: others.consents.map((consent) => inShort(consent, input, words)),
    ...(asked.tab === "sharing" &&
      others.older && { more: { label: own.all, href: addressOf({ tab: "action", by: "app" }) } }),
  };
}

/** One line: what it is and what is to be known of it. */
function inShort(consent: RegisteredConsent, input: ShelfInput, words: Words): ActionView["items"][number] {
  const { status, title } = presentRow(consent, input, { withApp: true, withAccounts: false }, words);
  const notes = notesOf(consent, input, words);
  // Who is waited for is said with it; of what else there is to know, the first.
  const said = consent.status === "partially-authorised" ? notes.join(" ") : notes[0];
  return { id: consent.id, link: title, note: said ?? status.label };
}

function groupsOf(input: ShelfInput, words: Words): readonly GroupView[] {
  const { apps, byAccount } = input;
  return [
    ...(apps?.groups ?? []).map((group) => appGroup(group, input, words)),
    ...(byAccount?.groups ?? []).map((group, place) => accountGroup(group, place, input, words)),
  ];
}

function appGroup({ clientId, total, consents }: AppGroup, scene: ShelfInput, words: Words): GroupView {
  const { lists: own } = words.dashboard;
  const app = appOf(consents[0] ?? {}, words);
  const kind = consents[0]?.kind;
  const asked: ShelfAsked = {
    tab: scene.asked.tab,
    by: "app",
    client: clientId,
    ...(kind === "domestic-vrp" && { kind }),
  };
  return {
    id: clientId,
    title: app.name,
    monogram: app.monogram,
    notes: consents[0] ? barredNote({ ...consents[0], clientId }, scene, words) : [],
    rows: consents.map((consent) => presentRow(consent, scene, { withApp: false, withAccounts: true }, words)),
    ...(total > consents.length && { more: { label: own.more(total), href: addressOf(asked), of: app.said } }),
    ...(total > 1 && { stopAll: { label: own.stopAll, href: paths.stopApp(clientId), of: app.said } }),
  };
}

function accountGroup(
  { account: id, total, consents }: AccountGroup,
  place: number,
  scene: ShelfInput,
  words: Words,
): GroupView {
  const { lists: own } = words.dashboard;
  const account: BankAccount | undefined = scene.accounts?.find((each) => each.id === id);
  const { name, number } = account ? mentionOf(account, words) : { name: own.otherAccounts };
  const more: LinkView | undefined =
    id && total > consents.length
      ? { label: own.more(total), href: addressOf({ tab: "sharing", by: "account", account: id }), of: name }
      : undefined;
  return {
    id: id ?? "others",
    title: name,
    ...(number && { number }),
    notes: [],
    // One consent can stand under several accounts.
    rows: consents.map((consent) => ({
      ...presentRow(consent, scene, { withApp: true, withAccounts: !id }, words),
      id: `${place}-${consent.id}`,
    })),
    ...(more && { more }),
  };
}

function nothingOf(asked: ShelfAsked, words: Words): NonNullable<ShelfView["nothing"]> {
  const { lists: own, home } = words.dashboard;
  if (isNarrowed(asked) || asked.from)
    return { title: own.notFound, all: { label: own.all, href: addressOf({ tab: asked.tab, by: asked.by }) } };
  return asked.tab === "action"
    ? { title: home.nothing, teach: home.teach }
    : { title: own.none[asked.tab], teach: own.teach[asked.tab] };
}

function pagesOf({ newer, older }: Pages, asked: ShelfAsked, words: Words): ShelfView["pages"] {
  const { pages: own } = words.dashboard.lists;
  if (!newer && !older) return undefined;
  return {
    label: own.label,
    ...(newer && { newer: { label: own.newer, href: addressOf({ ...asked, from: newer }) } }),
    ...(older && { older: { label: own.older, href: addressOf({ ...asked, from: older }) } }),
  };
}
