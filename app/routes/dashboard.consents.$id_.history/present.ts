import { isOpen } from "~/domain/consent/lifecycle";
import { shownStatus } from "~/domain/consent/shown-status";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { nameInSentences } from "~/ui/consent-question/present-registration";
import { compareLines } from "~/ui/own-consent/compare-agreed";
import type { ChoiceView, HistoryView } from "~/ui/own-consent/history-view";
import { whatHappened, whoDidIt } from "~/ui/own-consent/present-version";
import { linesAt } from "~/ui/own-consent/version-lines";
import { maskedNumber, nicknameOf } from "~/ui/present-account";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import { presentStatus } from "~/ui/present-status";
import type { OwnHistory, OwnVersion } from "~/use-cases/view-own-history";

interface Context {
  readonly bank: Bank;
  readonly compared?: readonly [from: number, to: number];
}

/** Every change, newest first; two of them compared where the address names two. */
export function presentHistory(history: OwnHistory, { bank, compared }: Context, words: Words): HistoryView {
  const { consent, versions } = history;
  const name = plainText(consent.clientName);
  const app = name === undefined ? words.stop.theApp : isolated(nameInSentences(name));
  const own = words.connectionDetail;
  const differs = compared && presentCompared(history, compared, { app, bank }, words);
  return {
    ...presentDashboard(own.history.title, bank, words, ""),
    back: { label: own.backToDetails, href: paths.connection(consent.id) },
    items: versions
      .map((version, at) => presentItem(version, leftIn(history, at, words), consent, app, bank, words))
      .reverse(),
    ...(versions.length > 1 && { compare: presentCompare(versions, compared, words) }),
    ...(differs && { compared: differs }),
  };
}

/** @param left the accounts that are not in it any more, by name. */
function presentItem(
  version: OwnVersion,
  left: readonly string[],
  consent: OwnHistory["consent"],
  app: string,
  bank: Bank,
  words: Words,
) {
  const own = words.connectionDetail.history;
  const { moment } = formatsFor(words.locale);
  const { answer } = version;
  const isEnd = !isOpen(version.to) && (version.from === undefined || isOpen(version.from));
  // The true reason of an end, in the words that its status has (C-10).
  const stood = { ...consent, status: version.to, reason: version.reason };
  const why = isEnd ? presentStatus(shownStatus(stood), consent.kind, words).why : undefined;
  return {
    version: own.version(String(version.version)),
    what: whatHappened(version, { app, bank: bank.name, kind: consent.kind }, words),
    ...(why !== undefined && { why }),
    ...(left.length > 0 && !isEnd && { accounts: left }),
    who: whoDidIt(version.by, app, words),
    when: moment(version.at),
    ...(answer && { page: { label: own.page, href: paths.connectionShown(consent.id, answer.decisionId) } }),
    ...(answer?.hasReceipt && {
      receipt: { label: words.receipt.link, href: paths.connectionReceipt(consent.id, answer.decisionId) },
    }),
  };
}

/** Which accounts a version took out of the consent. */
function leftIn({ versions, accounts = [] }: OwnHistory, at: number, words: Words): readonly string[] {
  const now = versions[at]?.state.accountIds ?? [];
  const gone = (versions[at - 1]?.state.accountIds ?? []).filter((id) => !now.includes(id));
  const known = accounts.filter(({ id }) => gone.includes(id));
  const unnamed = gone.length - known.length;
  return [
    ...known.map((account) => `${nicknameOf(account, words)} ${isolated(maskedNumber(account.number).shown)}`),
    ...(unnamed > 0 ? [words.connectionDetail.unnamedAccounts(unnamed)] : []),
  ];
}

function presentCompare(
  versions: readonly OwnVersion[],
  [from, to]: readonly [number | undefined, number | undefined] = [versions.at(-2)?.version, versions.at(-1)?.version],
  words: Words,
): NonNullable<HistoryView["compare"]> {
  const own = words.connectionDetail.history;
  const { moment } = formatsFor(words.locale);
  const choice = (name: string, label: string, chosen: number | undefined): ChoiceView => ({
    name,
    label,
    options: versions.map(({ version, at }) => ({
      value: String(version),
      label: `${own.version(String(version))}, ${moment(at)}`,
      isChosen: version === chosen,
    })),
  });
  return {
    title: own.compare,
    from: choice("from", own.earlier, from),
    to: choice("to", own.later, to),
    go: own.go,
  };
}

function presentCompared(
  { consent, versions }: OwnHistory,
  [from, to]: readonly [number, number],
  given: { readonly app: string; readonly bank: Bank },
  words: Words,
): HistoryView["compared"] {
  const at = (number: number) => versions.find(({ version }) => version === number);
  const [one, other] = [at(from), at(to)];
  if (!one || !other) return undefined;
  const rows = compareLines(
    linesAt(one, consent.kind, given, words),
    linesAt(other, consent.kind, given, words),
    words,
  );
  const own = words.connectionDetail.history;
  return {
    title: formatsFor(words.locale).enumeration([own.version(String(from)), own.version(String(to))]),
    rows,
    ...(rows.length === 0 && { same: own.same }),
  };
}
