/** A request that goes on on another device (P-24). */
export const secondDevice = {
  secondDevice: {
    button: "Continue on your phone",
    offered: {
      scan: "Scan this with your phone’s camera.",
      picture: "QR code that opens the page with the code",
      type: (address: string) => `Or open ${address} on your phone and type this code:`,
      lasts: "The code works once, and for two minutes. You need to sign in on your phone.",
    },
    joined: {
      title: "Type this number on your phone",
      text: "Your phone asks you for it. Nobody else needs to know it.",
    },
    matched: { title: "Answer on your phone", text: "This page goes on by itself when you have answered there." },
    late: { title: "The code has run out", text: "Nothing has changed. You can get a new code, or go on here." },
    locked: {
      title: "The number was wrong three times",
      text: "To keep you safe, you can’t use a phone for this request any more. Nothing has changed, and you can go on here.",
    },
    newCode: "Get a new code",
    goOnHere: "Go on here instead",
    code: { title: "Enter the code from your other screen", label: "Code" },
    number: { title: "Which number is on your other screen?", label: "Number, two digits" },
    goOn: "Go on",
    problem: "There is a problem",
    problems: {
      "no-code": "That is not a code. A code has eight letters and numbers.",
      used: "This code was used before. Get a new code on your other screen.",
      late: "This code has run out. Get a new code on your other screen.",
      "another-customer": "This code belongs to someone else’s request. Nothing has changed.",
      unknown: "We don’t know this code. Check it, or get a new one on your other screen.",
      "wrong-number": "That is not the number on your other screen. Look at it again.",
      over: "You can’t go on with this request on this device. Nothing has changed. Go on on your other screen.",
    },
    close: "Your other screen goes on by itself. You can close this page.",
    /** The TPP asked from another screen, and this is the phone. */
    decoupled: {
      check: {
        title: "Check your other screen",
        text: (message: string) => `It must show ${message}. If it shows something else, say no.`,
      },
      answered: "You have answered",
      carryOn: (app: string) => `You can go back to your other screen and carry on with ${app}.`,
      finish: "Finish here",
    },
  },
};
