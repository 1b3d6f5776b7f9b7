import type { ConsentKind } from "~/domain/consent-kinds/index";
import { plural } from "../plural";
/** Where customers come back to: what waits for them, and where they are signed in. */
export const dashboard = {
  /** What customers look for these pages by, unless the bank has a name of its own for them. */
  name: "Open Banking connected apps",
  nav: "Your pages",
  overview: "Overview",
  notices: "Notices",
  sessions: "Where you are signed in",
  signOut: "Sign out",
  help: "Do you need help?",
  home: {
    waiting: "Waiting for your answer",
    nothing: "Nothing is waiting for your answer.",
    teach:
      "Some payments and connections need a yes from more than one person. When one needs yours, you find it here.",
    from: (app: string) => `Request from ${app}`,
    by: (moment: string) => `Answer by ${moment}`,
    idle: "To keep you safe, we sign you out when you do nothing here for 5 minutes.",
  },
  lists: {
    label: "Lists",
    tabs: { sharing: "Sharing", action: "Needs you", payments: "Payments", checks: "Money checks", ended: "Ended" },
    intro: {
      sharing: "These apps can see what you allowed, until you stop them.",
      action: "What waits for an answer, is paused, or ends in the next 30 days.",
      payments: "Payments that you answered through apps, and apps that may take payments.",
      checks: "These apps can ask if there is enough money. We answer yes or no. They never see how much.",
      ended: "What ended in the last 24 months, and why. For anything older, call us.",
    },
    /** In the place of a list, with what would stand there. */
    none: {
      sharing: "No app can see your accounts.",
      payments: "You have not made a payment through an app.",
      checks: "No app can ask about your money.",
      ended: "Nothing has ended.",
    },
    teach: {
      sharing: "When you connect an app, you find it here: what it can see, when it last looked, and how to stop it.",
      payments: "When an app asks for a payment and you answer, you find it here.",
      checks:
        "Some apps ask if there is enough money before they take a payment. When you allow one to ask, you find it here.",
      ended: "When you stop an app, or its time runs out, you find it here with the reason.",
    },
    notFound: "Nothing fits what you look for.",
    all: "Show everything",
    by: { label: "Show by", app: "App", account: "Account" },
    kinds: {
      "account-access": "See account information",
      "domestic-payment": "Payment",
      "domestic-scheduled-payment": "Payment on a later day",
      "domestic-standing-order": "Standing order",
      "international-payment": "Payment abroad",
      "international-scheduled-payment": "Payment abroad on a later day",
      "international-standing-order": "Standing order abroad",
      "domestic-vrp": "Take payments within limits",
      "file-payment": "Payments from a file",
      "funds-confirmation": "Ask if there is enough money",
    } satisfies Record<ConsentKind, string>,
    /** What is paid, so that one payment can be told from another. */
    pays: {
      once: (amount: string, payee: string) => `${amount} to ${payee}`,
      eachTime: (amount: string, payee: string) => `${amount} each time to ${payee}`,
      many: (payments: string, amount: string) => `${payments}, ${amount} in total`,
      within: (limit: string, payee: string) => `${limit}, to ${payee}`,
    },
    asked: "The app asked",
    until: "Until",
    noEnd: "You stop it",
    soon: (date: string) => `Ends on ${date}.`,
    /** The heading of what the customer has answered, and others have not. */
    others: "Waiting for others",
    signatures: "Others have yet to sign.",
    stopAll: "Stop everything from this app",
    stopEverything: "Stop everything",
    more: plural("en-GB", { one: "Show it", other: "Show all #" }),
    find: { text: "App or account", kind: "What it is", status: "How it stands", any: "Any", search: "Search" },
    statuses: { active: "Active", paused: "Paused" },
    pages: { label: "Pages", newer: "Newer", older: "Older" },
    accounts: plural("en-GB", { one: "# account", other: "# accounts" }),
    moreAccounts: plural("en-GB", { one: "and # more account", other: "and # more accounts" }),
    namesAway: "We can’t show the names of your accounts right now.",
    otherAccounts: "Accounts that you no longer have",
    lasting: "Apps that may take payments",
    once: "Payments one by one",
  },
  where: {
    text: (bank: string) => `Is there a place you do not know? Sign out everywhere, then call ${bank}.`,
    device: (browser: string, platform: string) => `${browser} on ${platform}`,
    unknown: "Unknown browser",
    here: "You are here",
    since: (moment: string) => `Signed in: ${moment}`,
    end: (device: string) => `Sign out: ${device}`,
    everywhere: "Sign out everywhere",
    everywhereHint: "This signs you out here too. Apps that you connected stay connected.",
  },
  signedOut: {
    title: "You are signed out",
    text: "Nobody can see your pages in this browser now.",
    stillIn: "Sign out here?",
    stillInText: "You need to sign in again to come back.",
    signIn: "Sign in",
  },
  notSignedIn: {
    cancelled: { title: "You did not sign in", text: "Nothing was changed. You can sign in when you are ready." },
    failed: {
      title: "We could not sign you in",
      text: "This can happen when a page was open for too long or was used twice. Nothing was changed. Try again.",
    },
    unavailable: {
      title: "You cannot sign in right now",
      text: "Nothing was changed. Try again in a few minutes.",
    },
    again: "Try again",
  },
};
