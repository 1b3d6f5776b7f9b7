import type { PageWords } from "./words.ts";

export const enGb: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "{app} is asking you",
    compare: "Look at the screen where you use {app}. It must show this:",
    otherwise: "If it shows something else, or you did not start this, close this page. Nothing happens then.",
    signIn: "Sign in and look at the request",
    answered: {
      title: "You can close this page",
      text: "You have answered this request. There is nothing more to do here.",
      next: "You can go on where you use {app}.",
    },
    ranOut: {
      title: "The time for this request is over",
      text: "Nobody answered it in time, so nothing was shared or paid. You can close this page.",
      next: "If you still want to, you can start again where you use {app}.",
    },
    after: {
      failure: "We could not sign you in. You can try again.",
      another: "This request is for another customer. If it is yours, sign in with your own user name.",
      outage: "We cannot sign you in at the moment. Try again in a minute.",
    },
  },
  error: {
    title: "We could not continue",
    why: "The request that brought you here is not valid, has been used already, or has taken too long.",
    nothingDone: "This step has shared nothing and moved no money.",
    again: "To try again, go back to the app or website you came from and start again there.",
    reference: "Reference",
    code: "Code",
  },
};
