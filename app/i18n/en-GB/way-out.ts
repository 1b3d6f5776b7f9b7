import type { ToldReason } from "~/domain/consent/decision";

/** Ways out of a request: to say no and why, to report it, to take more time. */
export const wayOut = {
  refusal: {
    title: (refuse: string) => `${refuse}, and say why (optional)`,
    hint: (app: string) => `Each button says no. We do not tell ${app} why.`,
    reasons: {
      "changed-mind": "I changed my mind",
      "asks-too-much": "It asks for too much",
      "wrong-account": "Wrong bank or account",
      "not-recognised": "I don’t recognise this",
      "other-reason": "Something else",
    } satisfies Record<ToldReason, string>,
  },
  report: {
    button: "Stop it and report it",
    orCall: (bank: string) => `You can also call ${bank} on`,
  },
  /** Of whoever logged in; the name as the bank gives it. */
  signedIn: {
    as: (name: string) => `Signed in as ${name}.`,
    other: "Not you? Sign in as someone else",
    title: "Sign in as someone else",
    happened: "The request goes on after you sign in again. This page is over.",
    go: "Go to sign in",
  },
  expiry: {
    until: (time: string) => `You can answer until ${time}.`,
    nearlyOver: (time: string) => `Your time to answer ends at ${time}.`,
    more: "I need more time",
  },
  moment: {
    title: "Take a moment first",
    intro: "We show this page before some requests, whoever they come from. Ask yourself:",
    checks: [
      "Did you start this yourself, in the app?",
      "Is anyone telling you what to press? We never do that, and nor do the police.",
      "Do you know what you will get for it?",
    ],
    asked: "What you are asked",
    asker: "Who asks",
    goOn: "Go on to the request",
  },
  reported: {
    title: "You have reported this request",
    happened: {
      refused: "You told us that you did not expect this. We have said no for you.",
      waiting:
        "You told us that you did not expect this. We saved your no, and it goes out as soon as our system answers.",
      over: "You told us that you did not expect this. The request was over by then, so there was nothing left to refuse.",
    },
    toDo: (bank: string, phone: string) =>
      `You can close this page. Our fraud team will look into it. If you gave anyone a password or a code, call ${bank} now on ${phone}.`,
    reference: "Report number",
  },
};
