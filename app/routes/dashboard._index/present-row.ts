import { isOpen } from "~/domain/consent/lifecycle";
import type { BankAccount } from "~/domain/consent/offered-account";
import { shownStatus } from "~/domain/consent/shown-status";
import { type ConsentSubject, lastingFamilyOf, traitsOf } from "~/domain/consent-kinds/index";
import type { AccountId, ClientId, ConsentId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Signer } from "~/domain/signers/mandate";
import type { AppFacts } from "~/domain/tpp/app-facts";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { AccessSummary } from "~/ports/access-history";
import type { ChangeUnderWay } from "~/ports/consent-changes";
import type { RegisteredConsent } from "~/ports/consent-register";
import { monogramOf } from "~/ui/monogram-of";
import { nicknameOf, presentAccount } from "~/ui/present-account";
import { whoCanSign } from "~/ui/present-awaited";
import { weeksInWords } from "~/ui/present-reads";
import { presentStatus } from "~/ui/present-status";
import type { AccountMention, RowView } from "~/ui/shelf-view";
import { presentGist } from "./present-gist";

/** What is known around the consents of a page. */
export interface RowScene {
  readonly accounts?: readonly BankAccount[];
  readonly underWay: ReadonlyMap<ConsentId, ChangeUnderWay>;
  readonly reads: ReadonlyMap<ConsentId, AccessSummary>;
  /** What is paid, where that is on record. */
  readonly subjects: ReadonlyMap<ConsentId, ConsentSubject>;
  /** Who has yet to sign, of what waits for others. */
  readonly awaited: ReadonlyMap<ConsentId, readonly Signer[]>;
  /** What is known of the apps. */
  readonly registered: ReadonlyMap<ClientId, Pick<AppFacts, "standing">>;
  /** Absent where nobody tells what was read. */
  readonly toldUntil?: Date;
  readonly now: Date;
}

interface Options {
  /** Where no heading names the app. */
  readonly withApp: boolean;
  /** Where no heading names the account. */
  readonly withAccounts: boolean;
}

const DAY = 86_400_000;
/** D-12: the first notice of an end. */
const SOON = 30 * DAY;
/** D-04. */
const UNUSED = 90 * DAY;

/** One consent in a list: who, which accounts, last used, until when (look.md), and how it stands. */
export function presentRow(consent: RegisteredConsent, scene: RowScene, options: Options, words: Words): RowView {
  const { id, kind } = consent;
  const app = appOf(consent, words);
  const status = shownStatus(consent, scene.underWay.get(id)?.move);
  const lasting = lastingFamilyOf(kind);
  const weeks = scene.reads.get(id)?.weeks;
  const subject = scene.subjects.get(id);
  const gist = subject && presentGist(subject, words);
  return {
    id,
    title: { label: words.dashboard.lists.kinds[kind], href: paths.connection(id), of: app.said },
    ...(options.withApp && { app: { name: app.name, ...(app.monogram && { monogram: app.monogram }) } }),
    ...(gist !== undefined && { gist }),
    status: presentStatus(status, kind, words),
    accounts: options.withAccounts ? mentionsOf(consent, scene.accounts, words) : [],
    facts: factsOf(consent, scene, words),
    // A heading that names the app says it of all that stands below.
    notes: [...(options.withApp ? barredNote(consent, scene, words) : []), ...notesOf(consent, scene, words)],
    // What is used up by one use has no weeks.
    ...(lasting && weeks?.some((reads) => reads > 0) && { activity: { weeks, label: weeksInWords(weeks, words) } }),
    ways: [
      ...(status.is === "paused" && status.by === "customer"
        ? [{ label: words.connectionDetail.resume, href: paths.resumeConnection(id), of: app.said }]
        : []),
      ...(lasting && (status.is === "active" || status.is === "paused")
        ? [{ label: words.connectionDetail.stop[lasting], href: paths.stopConnection(id), of: app.said }]
        : []),
    ],
  };
}

/** An app by its name, or as one that gave none. */
export function appOf({ clientName }: Pick<RegisteredConsent, "clientName">, words: Words) {
  const name = plainText(clientName);
  if (name !== undefined) return { name: isolated(name), said: isolated(name), monogram: monogramOf(name) };
  const { capitalised } = formatsFor(words.locale);
  return { name: capitalised(words.stop.theApp), said: words.stop.theApp, monogram: "" };
}

function factsOf(consent: RegisteredConsent, scene: RowScene, words: Words): RowView["facts"] {
  const { date } = formatsFor(words.locale);
  const { lists: own } = words.dashboard;
  const { connectionDetail: detail } = words;
  const { agreedAt, createdAt, expiresAt, changedAt, status, kind } = consent;
  const isLasting = lastingFamilyOf(kind) !== undefined;
  const isRead = isLasting && traitsOf(kind).moves === "data";
  const lastAt = scene.reads.get(consent.id)?.lastAt;
  const showsUse = isRead && agreedAt !== undefined && (lastAt !== undefined || scene.toldUntil !== undefined);
  return [
    agreedAt ? { label: detail.allowed, value: date(agreedAt) } : { label: own.asked, value: date(createdAt) },
    ...(showsUse ? [{ label: detail.lastUsed, value: lastAt ? date(lastAt) : detail.notUsed }] : []),
    ...(isOpen(status)
      ? isLasting
        ? [{ label: own.until, value: expiresAt ? date(expiresAt) : own.noEnd }]
        : []
      : [
          { label: endLabelOf(consent, words), value: date(status === "expired" && expiresAt ? expiresAt : changedAt) },
        ]),
  ];
}

/** What was used as it was meant to be is not told as ended. */
function endLabelOf(consent: RegisteredConsent, words: Words): string {
  const { is, label } = presentStatus(shownStatus(consent), consent.kind, words);
  return is === "done" ? label : words.connectionDetail.ended;
}

/** D-20: what goes on with an app whose register no longer lets it. */
export function barredNote(
  consent: Pick<RegisteredConsent, "clientId" | "clientName" | "status">,
  { registered }: Pick<RowScene, "registered">,
  words: Words,
): readonly string[] {
  const isBarred = isOpen(consent.status) && registered.get(consent.clientId)?.standing === "barred";
  const { capitalised } = formatsFor(words.locale);
  return isBarred ? [capitalised(words.connectionDetail.barred(appOf(consent, words).said))] : [];
}

/** What a customer may want to act on. */
export function notesOf(consent: RegisteredConsent, scene: RowScene, words: Words): readonly string[] {
  const { connectionDetail: detail } = words;
  const { lists: own } = words.dashboard;
  const { status, kind, expiresAt, agreedAt } = consent;
  const app = appOf(consent, words).said;
  if (status === "partially-authorised") return [own.signatures, ...whoCanSign(scene.awaited.get(consent.id), words)];
  if (lastingFamilyOf(kind) === undefined || !isOpen(status)) return [];
  const { date, capitalised } = formatsFor(words.locale);
  const now = scene.now.getTime();
  const isEnding = expiresAt !== undefined && expiresAt.getTime() - now <= SOON;
  const usedAt = scene.reads.get(consent.id)?.lastAt ?? agreedAt;
  // Of payments nobody tells a read.
  const isUnused =
    traitsOf(kind).moves === "data" &&
    status === "authorised" &&
    scene.toldUntil !== undefined &&
    usedAt !== undefined &&
    now - usedAt.getTime() > UNUSED;
  return [
    ...(isEnding ? [`${own.soon(date(expiresAt))} ${detail.renewIn(app)}`] : []),
    ...(isUnused && !isEnding ? [capitalised(detail.unused(app))] : []),
  ];
}

/** So many are named; the others are counted. */
const NAMED = 3;

function mentionsOf(
  { accountIds }: RegisteredConsent,
  accounts: readonly BankAccount[] | undefined,
  words: Words,
): readonly AccountMention[] {
  const counted = (count: number): readonly AccountMention[] =>
    count === 0 ? [] : [{ name: words.dashboard.lists.accounts(count) }];
  if (!accounts) return counted(accountIds.length);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const known = accountIds.flatMap((id) => byId.get(id as AccountId) ?? []);
  const named = known.length > NAMED + 1 ? known.slice(0, NAMED) : known;
  const unnamed = accountIds.length - known.length;
  return [
    ...named.map((account) => mentionOf(account, words)),
    ...(known.length > named.length ? [{ name: words.dashboard.lists.moreAccounts(known.length - named.length) }] : []),
    ...(unnamed > 0 ? [{ name: words.connectionDetail.unnamedAccounts(unnamed) }] : []),
  ];
}

/** An account by the name that its customer gave it, and its last four digits (S-10). */
export function mentionOf(account: BankAccount, words: Words): Required<AccountMention> {
  const { number, spokenNumber } = presentAccount(account, undefined, words, { withCurrency: false });
  return { name: nicknameOf(account, words), number: { shown: number, spoken: spokenNumber } };
}
