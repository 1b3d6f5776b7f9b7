import { isLive, isOpen } from "~/domain/consent/lifecycle";
import { FAMILY, lastingFamilyOf, traitsOf } from "~/domain/consent-kinds/index";
import type { CustomerId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { heldBackBy } from "~/domain/tpp/suspension";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { LastHeard } from "~/ports/authority-contact";
import { nameInSentences } from "~/ui/consent-question/present-registration";
import { monogramOf } from "~/ui/monogram-of";
import type { LabelledFact, OwnConsentView, Way } from "~/ui/own-consent/own-consent-view";
import { presentAgreed, unknownOf } from "~/ui/own-consent/present-agreed";
import { whatHappened } from "~/ui/own-consent/present-version";
import { presentAccount } from "~/ui/present-account";
import { presentAuthorityAway } from "~/ui/present-authority-away";
import { whoCanSign } from "~/ui/present-awaited";
import { presentDashboard } from "~/ui/present-dashboard";
import { type Bank, unbroken } from "~/ui/present-frame";
import { clusterName, weeksInWords } from "~/ui/present-reads";
import { presentStatus, type StatusView } from "~/ui/present-status";
import type { OwnConsent } from "~/use-cases/view-own-consent";
import { presentAbout } from "./present-about";
import { liesUnused, presentDates } from "./present-dates";
import { presentMeter, presentPayments, presentQuestions } from "./present-uses";

interface Context {
  readonly customer: CustomerId;
  readonly bank: Bank;
  readonly now: Date;
  readonly lastHeard: LastHeard;
}

/** One consent of a customer's own: what is agreed to, how it stands, and what can be done about it. */
export function presentOwnConsent(
  own: OwnConsent,
  { customer, bank, now, lastHeard }: Context,
  words: Words,
): OwnConsentView {
  const { consent, agreed } = own;
  const name = plainText(appNameOf(own));
  const app = name === undefined ? words.stop.theApp : isolated(nameInSentences(name));
  const isOver = !isOpen(consent.status);
  const onlyAsked = consent.agreedAt === undefined;
  // The app sees nothing before the last of those has agreed who have to (T5).
  const isUnsigned = consent.status === "partially-authorised";
  const text = words.connectionDetail;
  const view = presentAgreed(
    { ...consent, ...(agreed && { agreed }), isLive: !isOver, onlyAsked: onlyAsked || isUnsigned },
    { app, bank, now, words },
  );
  const unknown = unknownOf(consent.permissions);
  const authorityAway = presentAuthorityAway(lastHeard, words);
  return {
    ...presentDashboard(words.record.purpose[FAMILY[consent.kind]](app), bank, words, ""),
    back: { label: text.back, href: paths.dashboard },
    app: { name: app, monogram: monogramOf(name ?? "?") },
    status: statusOf(own, words),
    ...(authorityAway && { authorityAway }),
    notes: [
      ...(own.app?.standing === "barred" && !isOver ? [text.barred(app)] : []),
      ...(isOver ? [] : presentHeld(own, app, bank, words)),
      ...(isUnsigned ? [[words.dashboard.lists.signatures, ...whoCanSign(own.awaited, words)].join(" ")] : []),
      ...(liesUnused(own, now) ? [text.unused(app)] : []),
      ...(agreed || onlyAsked ? [] : [text.noEvidence]),
      ...(unknown > 0 ? [text.otherPermissions(unknown)] : []),
    ],
    dates: presentDates(own, words),
    ...(view && { agreed: view }),
    accounts: presentAccounts(own, customer, words),
    ...presentUses(own, words),
    ...presentClusters(own, words),
    ...presentTold(own, app, bank, words),
    about: presentAbout(own.app, app, bank, words),
    ways: { title: text.ways, ...presentWays(own, app, bank, words) },
  };
}

/** That the bank holds the app back, which leaves what was agreed to as it is. */
function presentHeld({ consent, denials }: OwnConsent, app: string, bank: Bank, { tppHold: { held } }: Words) {
  const stopped = heldBackBy(denials, consent.kind);
  if (!stopped) return [];
  const what = stopped === "all-access" ? held.all : held.payments;
  return [[what(app, isolated(bank.name)), ...(lastingFamilyOf(consent.kind) ? [held.stays] : [])].join(" ")];
}

/** What became of a payment that is used up by one use, where the bank tells it of that one payment (D-17). */
function statusOf({ consent, status, payments }: OwnConsent, words: Words): StatusView {
  const told = presentStatus(status, consent.kind, words);
  const [made] = payments?.total === 1 ? payments.items : [];
  if (told.is !== "done" || !made) return told;
  const label = words.connectionDetail.paymentStatus[made.status];
  return { is: made.status === "rejected" ? "ended" : "done", label };
}

const appNameOf = ({ consent, agreed }: OwnConsent) => consent.clientName ?? agreed?.request.requester.name;

function presentAccounts(own: OwnConsent, customer: CustomerId, words: Words) {
  const { consent, accounts, accountsAsOfThen, canRemoveAccount, status } = own;
  const text = words.connectionDetail;
  const unnamed = new Set(consent.accountIds).size - accounts.length;
  return {
    title: text.accounts,
    items: [
      ...accounts.map((account): LabelledFact => {
        const { nickname, kind, number, spokenNumber } = presentAccount(account, customer, words, {
          withCurrency: false,
        });
        const label = words.stopping.account.yes;
        return {
          label: nickname,
          value: `${kind} ${isolated(number)}`,
          spoken: `${kind} ${spokenNumber}`,
          ...(canRemoveAccount &&
            status.is === "active" && {
              way: { label, of: `${nickname} ${spokenNumber}`, href: paths.stopAccount(consent.id, account.id) },
            }),
        };
      }),
      ...(unnamed > 0 ? [{ label: text.unnamedAccounts(unnamed), value: "" }] : []),
    ],
    ...(accountsAsOfThen && accounts.length > 0 && { note: text.asOfThen }),
  };
}

function presentUses({ consent, agreed, vrpUse, payments, questions }: OwnConsent, words: Words) {
  const vrp = agreed?.request.subject;
  const wasAgreed = consent.status !== "rejected" && consent.accountIds.length > 0;
  return {
    ...(vrp?.kind === "domestic-vrp" && isLive(consent.status) && { meter: presentMeter(vrp, vrpUse, words) }),
    // Nothing is on its way before the last of those has signed who have to.
    ...(traitsOf(consent.kind).moves === "money" &&
      wasAgreed &&
      consent.status !== "partially-authorised" && { payments: presentPayments(payments, words) }),
    ...(consent.kind === "funds-confirmation" && wasAgreed && { questions: presentQuestions(questions, words) }),
  };
}

function presentClusters({ consent, clusters, used }: OwnConsent, words: Words): Pick<OwnConsentView, "used"> {
  const isRead = used?.weeks.some((reads) => reads > 0) === true;
  if (consent.kind !== "account-access" || (clusters.length === 0 && !isRead)) return {};
  const { moment } = formatsFor(words.locale);
  const text = words.connectionDetail;
  const items = clusters.map(({ cluster, lastAt }) => ({
    label: clusterName(cluster, words),
    value: moment(lastAt),
  }));
  const activity = isRead && { weeks: used.weeks, label: weeksInWords(used.weeks, words) };
  return { used: { title: text.use, items, ...(activity && { activity }) } };
}

/** So many of the newest changes; all of them are in the history. */
const TOLD = 3;

function presentTold(
  { consent, versions, told }: OwnConsent,
  app: string,
  bank: Bank,
  words: Words,
): Pick<OwnConsentView, "told"> {
  const text = words.connectionDetail;
  const { moment } = formatsFor(words.locale);
  const items = told.slice(0, TOLD).flatMap((heard) => {
    const version = versions.find((each) => each.version === heard.version);
    if (!version) return [];
    const what = whatHappened(version, { app, bank: bank.name, kind: consent.kind }, words);
    if (heard.is === "told" && heard.at) return [{ what, told: text.toldAt(app, moment(heard.at)) }];
    return [{ what, told: heard.is === "waiting" ? text.telling(app) : text.notTold(app) }];
  });
  return items.length > 0 ? { told: { title: text.told(app), items } } : {};
}

function presentWays({ consent, status, successor, answers }: OwnConsent, app: string, bank: Bank, words: Words) {
  const text = words.connectionDetail;
  const { date } = formatsFor(words.locale);
  const { id, kind } = consent;
  const family = lastingFamilyOf(kind);
  const [name, phone] = [isolated(bank.name), isolated(unbroken(bank.phone))];
  const canStop = family !== undefined && isLive(consent.status) && status.is !== "stopping";
  const way = (label: string, href: string): Way => ({ label, href });
  const ways = words.record.withdrawal;
  return {
    buttons: [
      // Where others have yet to sign, that page leads to the one on which a yes is taken back (T6).
      ...(consent.status === "partially-authorised"
        ? [way(words.signers.page.takeBack, paths.stopConnection(id))]
        : []),
      ...(canStop ? [way(text.stop[family], paths.stopConnection(id))] : []),
      ...(canStop && status.is === "active" ? [way(text.pause, paths.pauseConnection(id))] : []),
      ...(canStop && status.is === "paused" && status.by === "customer"
        ? [way(text.resume, paths.resumeConnection(id))]
        : []),
    ],
    links: [
      ...(successor ? [way(text.successor, paths.connection(successor))] : []),
      way(text.history.title, paths.connectionHistory(id)),
      ...(kind === "account-access" ? [way(text.reads, paths.connectionReads(id))] : []),
      ...(answers.some(({ hasReceipt }) => hasReceipt) ? [way(words.receipt.link, paths.connectionReceipt(id))] : []),
      ...(isLive(consent.status) ? [way(text.report, paths.reportConnection(id))] : []),
    ],
    text: [
      // What is lasting stops by the button above; the phone is the other way.
      ...(canStop ? [words.stopping.byPhone(name, phone)] : []),
      ...(!family && isLive(consent.status)
        ? [ways[FAMILY[kind] === "standing-order" ? "standing-order" : "once"](app, name, phone)]
        : []),
      ...(canStop && consent.expiresAt
        ? [`${words.dashboard.lists.soon(date(consent.expiresAt))} ${text.renewIn(app)}`]
        : []),
    ],
  };
}
