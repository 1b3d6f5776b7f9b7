import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `${app} kann das zurzeit nicht anfragen`,
      happened: (app, bank) =>
        `${bank} lässt Anfragen von ${app} vorerst nicht zu. Das hat nichts mit Ihnen oder Ihren Konten zu tun.`,
    },
    held: {
      subject: (app, bank) => `${bank} hat ${app} vorübergehend gesperrt`,
      all: (app, bank) =>
        `${bank} hat ${app} vorübergehend für alle gesperrt. ${app} kann Ihre Konten vorerst nicht sehen und nichts bezahlen.`,
      payments: (app, bank) =>
        `${bank} hat Zahlungen mit ${app} vorübergehend für alle gesperrt. ${app} kann vorerst nicht von Ihren Konten zahlen.`,
      stays: "Was Sie erlaubt haben, bleibt bestehen. Sie können es jederzeit beenden.",
      until: (moment) => `Das gilt bis ${moment}.`,
      open: "Wir sagen Ihnen Bescheid, wenn das vorbei ist.",
    },
    back: {
      subject: (app) => `${app} ist nicht mehr gesperrt`,
      what: (app, bank) =>
        `${bank} hat die Sperre von ${app} aufgehoben. Was Sie ${app} erlaubt haben, gilt wieder wie zuvor.`,
    },
  },
};
