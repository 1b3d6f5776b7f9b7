import type { ConsentFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

/** The step after a yes that shows who said it. */
export const factor = {
  factor: {
    title: {
      "account-access": "Confirm that it is you",
      payment: "Confirm this payment",
      "standing-order": "Confirm this standing order",
      "variable-payments": "Confirm these payments within limits",
      file: "Confirm the payments in this file",
      "funds-confirmation": "Confirm that it is you",
    } satisfies Record<ConsentFamily, string>,
    intro: "You said yes. This last step shows that it is really you.",
    account: "Account",
    accounts: "Accounts",
    until: (time: string) => `Confirm by ${time}.`,
    passkey: {
      use: "Use your passkey",
      hint: "Your device asks for your finger, face or PIN.",
      failed: "Your passkey was not used. Try again, or use a code.",
    },
    code: {
      send: (ending: string) => `Send a code to the phone ending ${ending}`,
      sent: (ending: string) => `We sent a code to the phone ending ${ending}.`,
      reference: (reference: string) => `The message says ${reference}, so that you know it is the right one.`,
      worksUntil: (time: string) => `The code works until ${time}.`,
      label: "Code from the message",
      again: "Send another code",
      noMore: "We can’t send another code for this request.",
    },
    back: "Go back",
    problems: {
      wrongCode: plural("en-GB", {
        one: "That code isn’t right. You can try # more time.",
        other: "That code isn’t right. You can try # more times.",
      }),
      noCode: "Enter the six digits of the code.",
      codeOver: "That code has run out. Send another one.",
      wrongPasskey: "We could not check that passkey. Try again, or use a code.",
      notSent: "We could not send a code. Try again in a minute.",
    },
    noWay: (bank: string, phone: string) =>
      `We have no passkey and no phone number for you, so we can’t check that it is you. Call ${bank} on ${phone}.`,
    over: {
      title: "Your time to confirm is over",
      happened: "You did not confirm in time, so your yes does not count.",
      toDo: "Read it again. If it is still right, say yes and confirm it.",
    },
    /** Sent to a phone, where it stands alone. */
    message: (bank: string, question: string, code: string, time: string, reference: string) =>
      `${bank}: ${question} Your code is ${code}. It works until ${time}. Never give it to anyone. Reference ${reference}.`,
    receipt: {
      label: "Confirmed with",
      passkey: "Your passkey",
      code: "A code sent to your phone",
    },
  },
};
