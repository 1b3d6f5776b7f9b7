import { isEnd } from "~/domain/consent/decision";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import { type ConsentKind, FAMILY, traitsOf } from "~/domain/consent-kinds/index";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentAccount } from "./present-account";
import { presentAwaited } from "./present-awaited";
import { presentBefore } from "./present-before";
import { type Bank, presentFrame, unbroken } from "./present-frame";
import { afterReport, callTo } from "./present-reported";
import { presentUnavailable } from "./present-unavailable";
import { shortReference } from "./short-reference";
import type { Stop, StopContext } from "./stop";
import type { StopPageView, Way } from "./stop-page-view";

/** Says what happened, whether anything was shared or paid, what to do, and one reference to quote. */
export function presentStop(stop: Stop, { bank, correlationId }: StopContext, words: Words): StopPageView {
  const name = "requester" in stop ? plainText(stop.requester) : undefined;
  const app = name === undefined ? words.stop.theApp : isolated(name);
  const said = contentOf(stop, app, bank, words);
  const content = {
    ...said,
    ...("decoupled" in stop && stop.decoupled && atAnotherScreen(stop, said, app, words)),
    ...("awaitsOthers" in stop && presentAwaited(stop.kind, app, stop.awaitsOthers ?? 0, bank, words)),
  };
  const reference = referenceOf(stop, correlationId, words);
  const elsewhere = "goesOnElsewhere" in stop && stop.goesOnElsewhere;
  const { title, shared = nothing(stop, words), way, accounts } = content;
  const before = beforeIt(stop, words);
  const happened = before ? `${content.happened} ${before}` : content.happened;
  // "The app" can stand first.
  const { capitalised } = formatsFor(words.locale);
  return {
    is: stop.is,
    documentTitle: words.frame.titleOf(withoutIsolates(title), bank.name),
    frame: presentFrame(bank, words, { reported: stop.is === "reported" }),
    title: capitalised(title),
    answers: [
      { question: words.stop.whatHappened, answer: capitalised(happened) },
      ...("outcome" in stop && stop.is === "leaving" && !stop.awaitsOthers ? [] : [shared]),
      { question: words.stop.whatToDo, answer: elsewhere ? words.secondDevice.close : content.toDo },
    ],
    ...(reference ? { reference } : {}),
    ...(accounts ? { accounts } : {}),
    ...(stop.is === "reported" ? { call: callTo(bank, words) } : {}),
    ...(way ? { way } : {}),
    ...("receipt" in stop && stop.receipt ? { receipt: stop.receipt } : {}),
  };
}

/** What is said on the way to a TPP and here is not: whoever answered goes back to the other screen by themselves (P-24). */
function atAnotherScreen(stop: Stop, { way }: Content, app: string, words: Words): Partial<Content> {
  const { answered, carryOn, finish } = words.secondDevice.decoupled;
  const isLeaving = stop.is === "leaving";
  const label = way?.by === "refusing" ? words.stop.requesterUnknown.end : finish;
  const goesOn = way && (way.by !== "link" || isLeaving || stop.is === "not-understood");
  return {
    ...(isLeaving && {
      title: isEnd(stop.outcome) ? words.stop.ended.title : answered,
      toDo: `${carryOn(app)} ${words.stop.leaving.toDo}`,
    }),
    ...(goesOn && { way: { ...way, label } }),
  };
}

interface Content {
  readonly title: string;
  readonly happened: string;
  readonly toDo: string;
  readonly shared?: { readonly question: string; readonly answer: string };
  readonly way?: Way;
  readonly accounts?: NonNullable<StopPageView["accounts"]>;
}

/** Of the case, where there is one: the customer has one thing to quote. */
function referenceOf(stop: Stop, correlationId: string | undefined, words: Words): StopPageView["reference"] {
  const { reference: label, referenceHint: hint } = words.stop;
  if (stop.is === "reported") return { label: words.reported.reference, value: stop.reference, hint };
  const value = correlationId === undefined || stop.is === "leaving" ? "" : shortReference(correlationId);
  return value ? { label, value, hint } : undefined;
}

function contentOf(stop: Stop, app: string, bank: Bank, words: Words): Content {
  const own = words.stop;
  const endIt = { by: "refusing", label: own.backTo(app) } as const;
  const again: Way | undefined = "retry" in stop ? { by: "link", label: own.tryAgain, href: stop.retry } : undefined;
  switch (stop.is) {
    case "unknown":
      return own.unknown;
    case "opened-elsewhere":
      return own.openedElsewhere;
    case "expired":
      return { title: own.expired.title, happened: own.expired.happened(app), toDo: own.startAgain(app) };
    case "withdrawn":
      return { title: own.withdrawn.title(app), happened: own.withdrawn.happened(app), toDo: own.startAgain(app) };
    case "day-passed":
      return {
        title: own.dayPassed.title,
        happened: own.dayPassed.happened(app),
        toDo: own.startAgain(app),
        way: endIt,
      };
    case "rate-expired":
      return { ...own.rateExpired, happened: own.rateExpired.happened(app), toDo: own.startAgain(app), way: endIt };
    case "changed":
      return {
        ...own.changed,
        title: own.changed.title(app),
        way: { by: "link", label: own.lookAgain, href: stop.retry },
      };
    case "confirm-over":
      return { ...words.factor.over, way: { by: "link", label: own.lookAgain, href: stop.retry } };
    case "unavailable":
      return { ...own.unavailable, toDo: own.unavailable.toDo(app), ...(again ? { way: again } : {}) };
    case "not-understood":
      return {
        title: own.notUnderstood.title,
        happened: own.notUnderstood.happened(app),
        toDo: own.notUnderstood.toDo(app),
        ...(stop.refusable ? { way: endIt } : {}),
        ...(stop.to === undefined ? {} : { way: { by: "link" as const, label: own.backTo(app), href: stop.to } }),
      };
    case "requester-unknown":
      return { ...own.requesterUnknown, way: { by: "refusing", label: own.requesterUnknown.end } };
    case "requester-barred":
      return {
        title: own.notInRegister.title(app),
        happened: own.notInRegister.happened(app),
        toDo: own.noAccount.toDo(app),
        way: endIt,
      };
    case "requester-suspended":
      return {
        title: words.tppHold.page.title(app),
        happened: words.tppHold.page.happened(app, isolated(bank.name)),
        toDo: own.noAccount.toDo(app),
        way: endIt,
      };
    case "no-account":
      return {
        title: own.noAccount.title[FAMILY[stop.kind]],
        happened: own.noAccount.happened[FAMILY[stop.kind]](app),
        toDo: own.noAccount.toDo(app),
        way: endIt,
        ...unavailableOf(stop.offered, words),
      };
    case "named-account-not-yours":
    case "named-account-unavailable":
      return { ...namedAccount(stop, app, words), way: endIt };
    case "already-decided":
      if (isEnd(stop.outcome)) {
        return {
          title: own.ended.title,
          happened: own.ended.happened[stop.outcome](app),
          toDo: own.ended.toDo(app),
          ...(stop.canGoOn ? { way: { by: "going-on" as const, label: own.goTo(app) } } : {}),
        };
      }
      return {
        title: own.decided.title[stop.outcome],
        happened: own.decided.happened[FAMILY[stop.kind]][stop.outcome](app),
        toDo: own.decided.toDo(app),
        ...(stop.outcome === "allowed"
          ? { shared: { question: questionOf(stop.kind, words), answer: own.decided.shared[FAMILY[stop.kind]] } }
          : {}),
        ...(stop.canGoOn ? { way: { by: "going-on" as const, label: own.goTo(app) } } : {}),
      };
    case "passed-on":
      return {
        title: words.signedIn.title,
        happened: words.signedIn.happened,
        toDo: stop.to === undefined ? own.startAgain(app) : own.leaving.toDo,
        ...(stop.to === undefined ? {} : { way: { by: "link" as const, label: words.signedIn.go, href: stop.to } }),
      };
    case "leaving":
      return {
        title: own.leaving.title(app),
        happened: isEnd(stop.outcome)
          ? own.ended.happened[stop.outcome](app)
          : own.leaving.happened[FAMILY[stop.kind]][stop.outcome](app),
        toDo: own.leaving.toDo,
        way: { by: "link", label: own.goTo(app), href: stop.to },
      };
    case "reported":
      return {
        title: words.reported.title,
        happened: words.reported.happened[stop.refusal],
        toDo: words.reported.toDo(isolated(bank.name), isolated(unbroken(bank.phone))),
        ...(stop.next ? { way: afterReport(stop.next, app, words) } : {}),
      };
    case "recording":
      if (isEnd(stop.outcome)) return { ...own.ended.waiting, ...(again ? { way: again } : {}) };
      return {
        title: own.recording.title,
        happened: own.recording.happened[stop.outcome],
        toDo: own.recording.toDo,
        shared: { question: questionOf(stop.kind, words), answer: own.recording.nothingYet[FAMILY[stop.kind]] },
        ...(again ? { way: again } : {}),
      };
  }
}

function namedAccount(
  stop: Extract<Stop, { is: "named-account-not-yours" | "named-account-unavailable" }>,
  app: string,
  words: Words,
): Content {
  const number = isolated(stop.number.shown);
  const asked = FAMILY[stop.kind] === "funds-confirmation" ? words.fundsConfirmation : undefined;
  if (stop.is === "named-account-not-yours") {
    const own = words.stop.namedAccountNotYours;
    return { title: own.title, happened: (asked?.notYours ?? own.happened)(app, number), toDo: own.toDo(app) };
  }
  const own = words.stop.namedAccountUnavailable;
  const { reason } = words.account.unavailable[stop.because];
  const { title, happened } = asked?.unavailable ?? own;
  return { title, happened: `${happened(app, number)} ${reason}`, toDo: own.toDo(app) };
}

const questionOf = (kind: ConsentKind | undefined, words: Words) =>
  kind && traitsOf(kind).moves === "money" ? words.stop.wasAnythingPaid : words.stop.wasAnythingShared;

/** Of an answer that has not gone through nothing can be said yet. */
const beforeIt = (stop: Stop, words: Words): string | undefined =>
  "mode" in stop && stop.is !== "recording"
    ? presentBefore(stop.mode, "outcome" in stop && !stop.awaitsOthers ? stop.outcome : undefined, words)
    : undefined;

function nothing(stop: Stop, words: Words): { question: string; answer: string } {
  const kind = "kind" in stop ? stop.kind : undefined;
  const { nothingEither, nothingPaid, nothingShared } = words.stop;
  const nothingMoved = kind && { data: nothingShared, money: nothingPaid }[traitsOf(kind).moves];
  return { question: questionOf(kind, words), answer: nothingMoved ?? nothingEither };
}

/** The customer's accounts with the reason why each cannot be used, so that "none" is explained (S-08). */
function unavailableOf(offered: readonly OfferedAccount[], words: Words): Pick<Content, "accounts"> {
  const accounts = presentUnavailable(offered, words, {
    title: words.stop.noAccount.accounts,
    withRemedy: false,
    describe: (account) => presentAccount(account, undefined, words, { withCurrency: false }),
  });
  return accounts ? { accounts } : {};
}
