import { plural } from "../plural";

export const signers = {
  signers: {
    needs: plural("de", { one: "Braucht # Unterschrift", other: "Braucht # Unterschriften" }),
    next: (names: string) => `Als Nächstes kann unterschreiben: ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `Für manche dieser Konten muss mehr als eine Person unterschreiben. Wenn Sie ein solches wählen, fragen wir auch die anderen. Sie sehen diese Anfrage und dass Sie Ja gesagt haben. Sie haben ${time} Zeit. Es geht kein Geld ab, bevor genug von Ihnen unterschrieben haben.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "Was Sie vorher erlaubt haben, gilt weiter, bis genug von Ihnen unterschrieben haben.",
    others: plural("de", {
      one: "Noch # Person muss unterschreiben.",
      other: "Noch # Personen müssen unterschreiben.",
    }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `Sie haben Ja zur Anfrage von ${app} gesagt. ${others} Wir fragen sie jetzt, und sie haben ${time} Zeit.`,
    receipt: (app: string) =>
      `Sie haben Ja zur Anfrage von ${app} gesagt. Auch andere müssen unterschreiben, und diese Quittung gilt nur für Ihre Antwort. Es geht kein Geld ab, bevor genug von Ihnen unterschrieben haben.`,
    notYet: "Noch nicht. Bevor die anderen unterschrieben haben, geht kein Geld ab.",
    page: {
      intro: (who: string, app: string) =>
        `${who} hat Ja zu dieser Anfrage von ${app} gesagt. Auch Ihre Unterschrift ist nötig.`,
      account: "Konto, von dem gezahlt wird",
      who: "Wer unterschrieben hat",
      progress: (received: string, required: string) => `Unterschrieben: ${received} von ${required}`,
      signed: (name: string) => `${name}: unterschrieben`,
      unsigned: (name: string) => `${name}: noch nicht unterschrieben`,
      you: (name: string) => `${name} (Sie)`,
      due: (moment: string) => `Unterschreiben Sie bis ${moment}. Danach ist die Anfrage vorbei.`,
      after:
        "Wenn genug von Ihnen unterschrieben haben, geht die Zahlung weiter. Wenn jemand nicht unterschreibt, ist sie vorbei und nichts wird gezahlt.",
      sign: (what: string) => `Unterschreiben: ${what}`,
      once: "Einmal, sobald genug von Ihnen unterschrieben haben",
      refuse: "Nicht unterschreiben",
      takeBack: "Mein Ja zurücknehmen",
      takeBackAfter: "Wenn Sie Ihr Ja zurücknehmen, ist die Anfrage für Sie alle vorbei.",
    },
    mine: {
      title: "Von Ihnen unterschrieben",
      nothing: "Sie haben nichts unterschrieben, worum andere gebeten haben.",
      teach: "Wenn Sie eine Anfrage von jemand anderem unterschreiben, finden Sie sie hier, mit ihrem Stand.",
    },
    message: {
      waiting: {
        title: "Sie haben unterschrieben",
        text: "Wir warten jetzt auf die anderen. Sie müssen nichts mehr tun.",
      },
      complete: {
        title: "Genug von Ihnen haben unterschrieben",
        text: "Die Anfrage geht weiter. Sie müssen nichts mehr tun.",
      },
      "signer-declined": {
        title: "Diese Anfrage ist vorbei",
        text: "Jemand von Ihnen hat Nein gesagt. Es wird nichts gezahlt.",
      },
      "timed-out": {
        title: "Diese Anfrage ist vorbei",
        text: "Nicht genug von Ihnen haben rechtzeitig unterschrieben. Es wird nichts gezahlt.",
      },
      ended: {
        title: "Diese Anfrage ist vorbei",
        text: "Sie wurde zurückgezogen oder beendet, bevor alle unterschrieben hatten. Es wird nichts gezahlt.",
      },
      "lost-mandate": {
        title: "Sie können das nicht unterschreiben",
        text: "Sie unterschreiben nicht mehr für dieses Konto. Wenn das nicht stimmt, rufen Sie uns an.",
      },
      again: {
        title: "Lesen Sie noch einmal",
        text: "Wir konnten Ihre Antwort nicht annehmen. So lautet die Anfrage jetzt. Lesen Sie sie und antworten Sie noch einmal.",
      },
      locked: {
        title: "Sie können das gerade nicht unterschreiben",
        text: "Die Eingabe war zu oft falsch, deshalb wurde nichts unterschrieben. Warten Sie eine halbe Stunde, melden Sie sich ab und wieder an. Andere können weiter unterschreiben.",
      },
      unavailable: {
        title: "Wir können das gerade nicht zeigen",
        text: "Es wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.",
      },
    },
  },
};
