import type { ChangeNoticeKind } from "~/domain/notifications/notice";
import { plural } from "../plural";

interface About {
  /** Isolated, or "an app". */
  readonly app: string;
  readonly bank: string;
  readonly byCustomer: boolean;
  readonly payment: boolean;
}

interface NoticeText {
  readonly subject: (about: About) => string;
  readonly what: (about: About) => string;
}

/**
 * What customers are told of a change after it happened, by mail and in the app. Who did it comes first; what it means
 * for their data or money comes next.
 */
export const notices = {
  anApp: "an app",
  when: (moment: string) => `This happened on ${moment}.`,
  accounts: plural("en-GB", { one: "It can see one of your accounts.", other: "It can see # of your accounts." }),
  until: (date: string) => `This ends on ${date}.`,
  openEnded: "This has no end date: it lasts until you stop it.",
  amount: (amount: string) => `The amount is ${amount}.`,
  report: (reference: string) =>
    `You also told us that you did not expect this. Your report has the number ${reference}. Quote it if you call.`,
  noLinks: "This message has no links, so that nobody can lead you astray with one like it.",
  notYou: (bank: string, phone: string) => `If this was not you, call ${bank} on ${phone}.`,
  questions: (bank: string, phone: string) => `If you have questions, call ${bank} on ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) => (payment ? `You allowed a payment with ${app}` : `You connected ${app}`),
      what: ({ app, bank, payment }) =>
        payment
          ? `You allowed ${app} to start a payment from your account at ${bank}.`
          : `You allowed ${app} to see information about your accounts at ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `You refused ${app}`,
      what: ({ app, payment }) =>
        payment
          ? `You refused a payment that ${app} asked for. No money was sent.`
          : `You refused ${app} access to your accounts. Nothing was shared.`,
    },
    failed: {
      subject: ({ app }) => `A request from ${app} did not go through`,
      what: ({ app, payment }) =>
        `A request from ${app} ended without your yes. ${payment ? "No money was sent." : "Nothing was shared."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `A request from ${app} needs your signature`,
      what: ({ app }) =>
        `A request from ${app} needs your signature too. Nothing happens before you have seen it and answered.`,
    },
    "not-signed": {
      subject: ({ app }) => `A request from ${app} was not signed by everybody`,
      what: ({ app, payment }) =>
        `A request from ${app} did not get all the signatures that it needed. ${payment ? "No money was sent." : "Nothing was shared."}`,
    },
    renewed: {
      subject: ({ app }) => `Your connection to ${app} was renewed or changed`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `You renewed or changed what ${app} may do at ${bank}.`
          : `What ${app} may do at ${bank} was renewed or changed.`,
    },
    paused: {
      subject: ({ app }) => `Your connection to ${app} is paused`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "You" : bank} paused ${app}. While it is paused, ${app} cannot use your accounts.`,
    },
    resumed: {
      subject: ({ app }) => `Your connection to ${app} works again`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "You" : bank} ended the pause of ${app}. It can use your accounts again.`,
    },
    stopped: {
      subject: ({ app }) => `You stopped ${app}`,
      what: ({ app, bank }) =>
        `You stopped a connection to ${app}. It can no longer use your accounts at ${bank} in this way.`,
    },
    withdrawn: {
      subject: ({ app }) => `${app} ended its connection`,
      what: ({ app, bank }) => `${app} ended its own access to your accounts at ${bank}.`,
    },
    ended: {
      subject: ({ app }) => `Your connection to ${app} has ended`,
      what: ({ app, bank }) => `${bank} ended the access of ${app}. It can no longer use your accounts.`,
    },
    expired: {
      subject: ({ app }) => `Your connection to ${app} has run out`,
      what: ({ app, bank }) => `The time for which you allowed ${app} to use your accounts at ${bank} is over.`,
    },
    "account-left": {
      subject: ({ app }) => `${app} can no longer use one of your accounts`,
      what: ({ app, bank }) =>
        `One of your accounts at ${bank} is no longer open to ${app}. The others are, as before.`,
    },
    "account-stopped": {
      subject: ({ app }) => `You stopped sharing an account with ${app}`,
      what: ({ app, bank }) =>
        `${app} no longer sees one of your accounts at ${bank}, because you stopped it. It still sees the others.`,
    },
    reconnected: {
      subject: ({ app }) => `You connected ${app} again`,
      what: ({ app, bank }) => `You allowed ${app} again to use your accounts at ${bank}.`,
    },
  } satisfies Record<ChangeNoticeKind, NoticeText>,
};
