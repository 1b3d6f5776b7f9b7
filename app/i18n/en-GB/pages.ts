/** Words of the pages that stand outside of a consent: the front page, and what goes wrong before a page is known. */

const START_AGAIN = "Go back to the app that sent you here and start again.";

export const pages = {
  home: {
    documentTitle: "Consent service",
    title: "Consent service",
    what: "When an app asks for your accounts or asks you to pay, your bank brings you here to see exactly what is asked and to allow or refuse it.",
    nothingToDo: "There is nothing to do on this page. Start in the app that you want to connect.",
  },
  problem: {
    /** "Not there" and "not yours" are one answer, so that nobody learns from it what exists. */
    notFound: {
      title: "There is nothing to show here",
      text: "The address may be incomplete, or what it led to is no longer there.",
      whatToDo: "If an app sent you here, go back to it and start again.",
    },
    unreadable: {
      title: "This page cannot take that request",
      text: "What arrived was not in a form that we accept. Nothing was changed and nothing was shared.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "That is too big",
      text: "It is larger than this page takes. Nothing was changed and nothing was shared.",
      whatToDo: "Go back and choose a smaller file. A receipt has at most 256 kB.",
    },
    foreign: {
      title: "This request did not come from our own page",
      text: "To protect you, we did not act on it. Nothing was changed and nothing was shared.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "This service is not available right now",
      text: "Nothing was changed and nothing was shared.",
      whatToDo: "Try again in a few minutes.",
    },
    /** The one case in which we do not know how far it went, and do not pretend to. */
    fault: {
      title: "Something went wrong on our side",
      text: "We could not finish this. If you had just made a choice, it may not have been saved.",
      whatToDo: "Go back to the app that sent you here to see where things are, or start again there.",
    },
    reference: "Reference",
    referenceHint: "Quote it if you call.",
  },
};
