import { plural } from "../plural";

/** Requests that take a yes from more than one person (P-28, P-31). */
export const signers = {
  signers: {
    needs: plural("en-GB", { one: "Needs # signature", other: "Needs # signatures" }),
    next: (names: string) => `Can sign next: ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `More than one person has to sign for some of these accounts. If you choose one, we ask the others too. They see this request and that you said yes. They have ${time}. No money leaves before enough of you have signed.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "What you allowed before goes on until enough of you have signed.",
    others: plural("en-GB", { one: "# more person has to sign too.", other: "# more people have to sign too." }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `You said yes to the request from ${app}. ${others} We ask them now, and they have ${time}.`,
    receipt: (app: string) =>
      `You said yes to the request from ${app}. Others have to sign too, and this receipt is for your answer alone. No money leaves before enough of you have signed.`,
    notYet: "Not yet. No money leaves before the others have signed.",
    page: {
      intro: (who: string, app: string) => `${who} said yes to this request from ${app}. Your signature is needed too.`,
      account: "Account to pay from",
      who: "Who has signed",
      progress: (received: string, required: string) => `Signed: ${received} of ${required}`,
      signed: (name: string) => `${name}: signed`,
      unsigned: (name: string) => `${name}: not signed yet`,
      you: (name: string) => `${name} (you)`,
      due: (moment: string) => `Sign by ${moment}. After that the request is over.`,
      after:
        "When enough of you have signed, the payment goes on. If one of you does not sign, it is over and nothing is paid.",
      sign: (what: string) => `Sign: ${what}`,
      once: "Once, as soon as enough of you have signed",
      refuse: "Don’t sign",
      takeBack: "Take back my yes",
      takeBackAfter: "If you take back your yes, the request is over for all of you.",
    },
    /** What they signed of what others asked for: the heading, and beside the day (D-14). */
    mine: {
      title: "You signed",
      nothing: "You have signed nothing that others asked for.",
      teach: "When you sign a request that somebody else made, you find it here, with how it stands.",
    },
    message: {
      waiting: { title: "You have signed", text: "We wait for the others now. There is nothing more for you to do." },
      complete: {
        title: "Enough of you have signed",
        text: "The request goes on. There is nothing more for you to do.",
      },
      "signer-declined": { title: "This request is over", text: "One of you said no. Nothing is paid." },
      "timed-out": { title: "This request is over", text: "Not enough of you signed in time. Nothing is paid." },
      ended: {
        title: "This request is over",
        text: "It was taken back or ended before all of you had signed. Nothing is paid.",
      },
      "lost-mandate": {
        title: "You can’t sign this",
        text: "You no longer sign for this account. If you think that is wrong, call us.",
      },
      again: {
        title: "Read it again",
        text: "We could not take your answer. This is the request as it is now. Read it and answer again.",
      },
      locked: {
        title: "You can’t sign this right now",
        text: "What you entered was wrong too often, so nothing was signed. Wait half an hour, sign out, and sign in again. Others can still sign.",
      },
      unavailable: { title: "We can’t show this right now", text: "Nothing was changed. Try again in a few minutes." },
    },
  },
};
