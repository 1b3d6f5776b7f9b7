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
    title: "Your overview",
    waiting: "Waiting for your answer",
    nothing: "Nothing is waiting for your answer.",
    teach:
      "Some payments and connections need a yes from more than one person. When one needs yours, you find it here.",
    from: (app: string) => `Request from ${app}`,
    by: (moment: string) => `Answer by ${moment}`,
    idle: "To keep you safe, we sign you out when you do nothing here for 5 minutes.",
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
