import { inShort } from "~/domain/consent/mode";
import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import { obstacleTo } from "~/domain/consent-kinds/obstacle";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { ConsentPageView, QuestionView } from "../consent-page-view";
import { monogramOf } from "../monogram-of";
import { presentFrame } from "../present-frame";
import { presentStop } from "../present-stop";
import type { Stop } from "../stop";
import type { KindOfQuestion } from "./kind-of-question";
import { presentAccountAccess } from "./present-account-access";
import { presentAcquaintance } from "./present-connection";
import type { ConsentPageInput, PresentContext } from "./present-context";
import { presentDomesticPayment } from "./present-domestic-payment";
import { presentDomesticScheduledPayment } from "./present-domestic-scheduled-payment";
import { presentDomesticStandingOrder } from "./present-domestic-standing-order";
import { presentDomesticVrp } from "./present-domestic-vrp";
import { presentFilePayment } from "./present-file-payment";
import { presentFundsConfirmation } from "./present-funds-confirmation";
import { presentInternationalPayment } from "./present-international-payment";
import { presentInternationalScheduledPayment } from "./present-international-scheduled-payment";
import { presentInternationalStandingOrder } from "./present-international-standing-order";
import { inMode } from "./present-mode";
import { presentMoment, standsBefore } from "./present-moment";
import { presentOtherScreen } from "./present-other-screen";
import { presentReasons } from "./present-reasons";
import { nameInSentences, presentName, presentRegistration } from "./present-registration";
import { presentResemblance } from "./present-resemblance";
import { presentSignedIn } from "./present-signed-in";
import { presentTime } from "./present-time";

type Presenter<Kind extends ConsentKind> = (
  subject: Extract<ConsentSubject, { kind: Kind }>,
  context: PresentContext,
) => KindOfQuestion | Stop;

const PRESENTERS = {
  "account-access": presentAccountAccess,
  "domestic-payment": presentDomesticPayment,
  "domestic-scheduled-payment": presentDomesticScheduledPayment,
  "domestic-standing-order": presentDomesticStandingOrder,
  "international-payment": presentInternationalPayment,
  "international-scheduled-payment": presentInternationalScheduledPayment,
  "international-standing-order": presentInternationalStandingOrder,
  "domestic-vrp": presentDomesticVrp,
  "file-payment": presentFilePayment,
  "funds-confirmation": presentFundsConfirmation,
} satisfies { readonly [Kind in ConsentKind]: Presenter<Kind> };

/** What its kind of consent says of this request, without the page around it. */
export function presentKind(context: PresentContext): KindOfQuestion | Stop {
  const { subject } = context.request;
  const present = PRESENTERS[subject.kind] as Presenter<ConsentKind>;
  const question = present(subject, context);
  return "is" in question ? question : inMode(question, context);
}

/** Everything that the page says about this request: the question, or why it cannot be asked. Decides and reads nothing. */
export function presentConsent(input: ConsentPageInput, words: Words): ConsentPageView {
  const { request, bank } = input;
  const stopped = (stop: Stop): ConsentPageView => {
    const context = { bank, ...(input.correlationId === undefined ? {} : { correlationId: input.correlationId }) };
    // Nobody else can go on with what is over.
    const mode = request.mode && inShort(request.mode);
    const view = {
      ...presentStop("kind" in stop && mode ? { ...stop, mode } : stop, context, words),
      ...(request.open && presentSignedIn(input, words)),
    };
    return { state: "stopped", documentTitle: view.documentTitle, stop: view };
  };
  const name = plainText(request.requester.name);
  const kind = request.subject.kind;
  const obstacle = obstacleTo(request.subject, input.now);
  if (request.open && (obstacle === "day-passed" || obstacle === "rate-expired")) {
    return stopped({ is: obstacle, kind, ...(name === undefined ? {} : { requester: name }) });
  }
  // What ended while the page was open is as good as closed, and no fault of whoever asked (P-14).
  if (!request.open || input.problem === "request-closed") {
    const over = request.answerBy !== undefined && request.answerBy <= input.now;
    return stopped({ is: over ? "expired" : "withdrawn", kind, ...(name === undefined ? {} : { requester: name }) });
  }
  if (name === undefined) return stopped({ is: "requester-unknown", kind });
  const { standing } = request.requester;
  if (standing === "barred" || standing === "suspended") {
    return stopped({ is: `requester-${standing}`, kind, requester: name });
  }

  // Nobody can agree to what the page cannot show or mean (C-03, C-05).
  if (obstacle) return stopped({ is: "not-understood", kind, requester: name, refusable: true });

  const app = isolated(nameInSentences(name));
  const question = presentKind({ ...input, app, words });
  if ("is" in question) return stopped(question);

  if (standsBefore(input))
    return presentMoment(input, { app, question: question.title, refuse: question.view.refuse }, words);

  const time = presentTime(input, words);
  const title = words.frame.titleOf(withoutIsolates(question.title), bank.name);
  const view: QuestionView = {
    state: "question",
    documentTitle: question.error ? words.frame.errorTitle(title) : title,
    frame: presentFrame(bank, words, { reportable: true }),
    parties: {
      label: words.parties.label,
      bank: { name: isolated(bank.name), note: words.parties.bank },
      between: question.between,
      app: {
        name: presentName(app, request.requester.agent, words),
        monogram: monogramOf(name),
        note: question.appRole,
        ...presentRegistration(request.requester, words),
        ...presentResemblance(input, words),
        ...presentAcquaintance({ ...input, words }),
      },
    },
    ...presentSignedIn(input, words),
    promise: words.promise(app),
    ...presentOtherScreen(request, words),
    reasons: presentReasons({ app, refuse: question.view.refuse }, words),
    ...(time && { time }),
    ...question.view,
  };
  if (!question.error) return view;
  const { message, href } = question.error;
  return { ...view, problem: { title: words.problems.title, message, href } };
}
