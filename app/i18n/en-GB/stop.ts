import type { EndedBecause } from "~/domain/consent/decision";
import type { ConsentFamily } from "~/domain/consent-kinds/index";

type Outcome = "allowed" | "refused";

/** Pages on which nothing can be agreed to. */
export const stop = {
  stop: {
    whatHappened: "What happened",
    wasAnythingShared: "Was anything shared?",
    wasAnythingPaid: "Was anything paid?",
    whatToDo: "What to do",
    reference: "Reference",
    referenceHint: "Quote it if you call.",
    nothingShared: "No. Nothing was shared.",
    nothingPaid: "No. No money has left your account.",
    /** For pages that cannot know what was answered before, perhaps in another browser. */
    nothingEither: "Not through this page. If you answered before, that answer counts.",
    theApp: "the app",
    startAgain: (app: string) => `Go back to ${app} and start again.`,
    tryAgain: "Try again",
    lookAgain: "Read it again",
    goTo: (app: string) => `Go to ${app}`,
    backTo: (app: string) => `Go back to ${app}`,
    decided: {
      title: { allowed: "You have already said yes", refused: "You have already said no" } satisfies Record<
        Outcome,
        string
      >,
      happened: {
        "account-access": {
          allowed: (app: string) => `You allowed ${app} to see your account information.`,
          refused: (app: string) => `You did not allow ${app} to see your account information.`,
        },
        "variable-payments": {
          allowed: (app: string) => `You allowed ${app} to take payments within limits.`,
          refused: (app: string) => `You did not allow ${app} to take payments.`,
        },
        file: {
          allowed: (app: string) => `You agreed to the payments in the file that ${app} sent.`,
          refused: (app: string) => `You did not agree to the payments in the file that ${app} sent.`,
        },
        "funds-confirmation": {
          allowed: (app: string) => `You allowed us to answer yes or no when ${app} asks if there is enough money.`,
          refused: (app: string) => `You did not allow us to answer ${app} about your money.`,
        },
        "standing-order": {
          allowed: (app: string) => `You agreed to the standing order that ${app} asked for.`,
          refused: (app: string) => `You did not agree to the standing order that ${app} asked for.`,
        },
        payment: {
          allowed: (app: string) => `You agreed to the payment that ${app} asked for.`,
          refused: (app: string) => `You did not agree to the payment that ${app} asked for.`,
        },
      } satisfies Record<ConsentFamily, Record<Outcome, (app: string) => string>>,
      shared: {
        "account-access": "You allowed it, so it can be shared.",
        "variable-payments": "You allowed it, so payments can be taken within the limits you saw.",
        file: "You agreed to it, so it can be paid. It can’t be paid twice.",
        "funds-confirmation": "You allowed it, so we can answer yes or no, and nothing more.",
        "standing-order": "You agreed to it, so it can be set up. It can’t be set up twice.",
        payment: "You agreed to it, so it can be paid. It can’t be paid twice.",
      } satisfies Record<ConsentFamily, string>,
      toDo: (app: string) => `Your first answer counts, and it can’t be changed here. Go back to ${app} to carry on.`,
    },
    /** Nobody said no: the page could not ask, and said why. */
    ended: {
      title: "This request is over",
      happened: {
        "no-eligible-account": (app: string) =>
          `The request from ${app} ended because none of your accounts can be used for it.`,
        "tpp-not-authorised": (app: string) =>
          `The request from ${app} ended because we could not be sure that it may ask you.`,
        "timed-out": (app: string) => `The request from ${app} ended because its time was over.`,
        technical: (app: string) => `The request from ${app} ended because we could not show you all of it.`,
        "sca-failed": (app: string) => `The request from ${app} ended because we could not be sure that it was you.`,
      } satisfies Record<EndedBecause, (app: string) => string>,
      toDo: (app: string) => `There is nothing more to do here. You can go back to ${app}.`,
      waiting: {
        title: "We are ending this request",
        happened: "The system that passes this on does not answer yet.",
        toDo: "Wait a minute, then try again. You do not have to answer anything.",
      },
    },
    expired: {
      title: "You ran out of time to answer",
      happened: (app: string) => `The request from ${app} was open for a short time only. That time is over.`,
    },
    unknown: {
      title: "We can’t show this request",
      happened: "The link is not complete, or it was used before, or it is too old.",
      toDo: "Go back to the app you came from and start again.",
    },
    openedElsewhere: {
      title: "This request is open somewhere else",
      happened: "It was opened in another browser or on another device. To keep you safe, it works in that one only.",
      toDo: "Carry on there, or go back to the app and start again. If it was not you, call us.",
    },
    withdrawn: {
      title: (app: string) => `${app} no longer asks for this`,
      happened: (app: string) => `${app} took its request back, or it can’t be used any more.`,
    },
    dayPassed: {
      title: "The day for this payment is over",
      happened: (app: string) => `${app} asked for a payment on a day that has passed.`,
    },
    rateExpired: {
      title: "The exchange rate has run out",
      happened: (app: string) => `The rate in the request from ${app} held for a short time only. That time is over.`,
    },
    changed: {
      title: (app: string) => `${app} changed what it asks for`,
      happened: "What you saw is not what is asked now, so we did not act on your answer.",
      toDo: "Read the new request before you answer.",
    },
    unavailable: {
      title: "We can’t do this right now",
      happened: "One of our systems does not answer.",
      toDo: (app: string) => `Wait a minute, then try again. You can also go back to ${app} and start again later.`,
    },
    notUnderstood: {
      title: "We can’t show all of this request",
      happened: (app: string) => `${app} asked for something we can’t explain to you. So we won’t let it through.`,
      toDo: (app: string) => `We have noted the fault. Go back to ${app}: only they can send a correct request.`,
    },
    requesterUnknown: {
      title: "We don’t know who is asking",
      happened: "The app that sent you here has given us no name. You can’t say yes to someone with no name.",
      toDo: "End this request. If you did not start it, call us.",
      end: "End this request",
    },
    notInRegister: {
      title: (app: string) => `${app} can’t ask for this now`,
      happened: (app: string) =>
        `The official list of firms says that ${app} may not offer this. So we won’t let it through.`,
    },
    noAccount: {
      title: {
        "account-access": "You have no account to share",
        "variable-payments": "You have no account to pay from",
        file: "You have no account to pay from",
        "funds-confirmation": "You have no account to answer about",
        "standing-order": "You have no account to pay from",
        payment: "You have no account to pay from",
      } satisfies Record<ConsentFamily, string>,
      happened: {
        "account-access": (app: string) => `${app} asked to see account information, but none of yours can be shared.`,
        "variable-payments": (app: string) => `${app} asked to take payments, but none of your accounts can make them.`,
        file: (app: string) => `${app} asked for payments, but none of your accounts can make them.`,
        "funds-confirmation": (app: string) =>
          `${app} asked if there is enough money, but we can’t answer for any of your accounts.`,
        "standing-order": (app: string) => `${app} asked for a standing order, but none of your accounts can pay it.`,
        payment: (app: string) => `${app} asked for a payment, but none of your accounts can make it.`,
      } satisfies Record<ConsentFamily, (app: string) => string>,
      toDo: (app: string) => `Go back to ${app}. It will be told that you did not go on.`,
      accounts: "Your accounts",
    },
    namedAccountNotYours: {
      title: "The account named is not yours",
      happened: (app: string, number: string) =>
        `${app} asked to pay from the account ${number}. It is not one of your accounts with us.`,
      toDo: (app: string) => `Go back to ${app} and choose one of your own accounts there.`,
    },
    namedAccountUnavailable: {
      title: "You can’t pay from the account named",
      happened: (app: string, number: string) => `${app} asked to pay from your account ${number}.`,
      toDo: (app: string) => `Go back to ${app} and choose another account there.`,
    },
    leaving: {
      title: (app: string) => `Taking you back to ${app}`,
      happened: {
        "account-access": {
          allowed: (app: string) => `You allowed ${app} to see what you chose.`,
          refused: (app: string) => `You did not allow ${app} to see your account information.`,
        },
        "variable-payments": {
          allowed: (app: string) => `You allowed payments within limits. ${app} can now take them.`,
          refused: (app: string) => `You did not allow ${app} to take payments.`,
        },
        file: {
          allowed: (app: string) => `You agreed to the payments. ${app} can now have them made.`,
          refused: (app: string) => `You did not agree to the payments that ${app} asked for.`,
        },
        "funds-confirmation": {
          allowed: (app: string) => `You allowed us to answer yes or no when ${app} asks.`,
          refused: (app: string) => `You did not allow us to answer ${app} about your money.`,
        },
        "standing-order": {
          allowed: (app: string) => `You agreed to the standing order. ${app} can now set it up.`,
          refused: (app: string) => `You did not agree to the standing order that ${app} asked for.`,
        },
        payment: {
          allowed: (app: string) => `You agreed to the payment. ${app} can now send it.`,
          refused: (app: string) => `You did not agree to the payment that ${app} asked for.`,
        },
      } satisfies Record<ConsentFamily, Record<Outcome, (app: string) => string>>,
      toDo: "If nothing happens, use the button below.",
    },
    recording: {
      title: "We have your answer, but it has not gone through yet",
      happened: {
        allowed: "You said yes. We saved your answer, but the system that acts on it does not answer.",
        refused: "You said no. We saved your answer, but the system that passes it on does not answer.",
      } satisfies Record<Outcome, string>,
      nothingYet: {
        "account-access": "Not yet. Nothing was shared so far.",
        "variable-payments": "Not yet. No money has left your account so far.",
        file: "Not yet. No money has left your account so far.",
        "funds-confirmation": "Not yet. Nothing was answered so far.",
        "standing-order": "Not yet. No money has left your account so far.",
        payment: "Not yet. No money has left your account so far.",
      } satisfies Record<ConsentFamily, string>,
      toDo: "Wait a minute, then try again. Your answer stays the same.",
    },
  },
};
