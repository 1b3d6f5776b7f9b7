import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `Weiter mit ${app} teilen?`,
      "variable-payments": (app: string) => `${app} weiter Zahlungen einziehen lassen?`,
      "funds-confirmation": (app: string) => `${app} weiter antworten?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `Wieder mit ${app} teilen?`,
      "variable-payments": (app: string) => `${app} wieder Zahlungen einziehen lassen?`,
      "funds-confirmation": (app: string) => `${app} wieder antworten?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "Es ändert sich nichts",
    given: (date: string) => `Sie haben das am ${date} erlaubt.`,
    stopped: (date: string) => `Sie haben das am ${date} erlaubt, und es wurde später beendet.`,
    same: "Daran ist heute nichts anders.",
    notAll: "Nicht jedes Konto geht noch",
    details: "Alles ansehen",
    accounts: (count: number): string => (count === 1 ? "Dasselbe Konto wie bisher" : "Dieselben Konten wie bisher"),
    noChoice: "Es gibt nichts auszuwählen.",
    gone: (names: string) => `Das geht hierfür nicht mehr: ${names}.`,
    goneOthers: plural("de", {
      one: "# Konto von damals gehört Ihnen nicht mehr.",
      other: "# Konten von damals gehören Ihnen nicht mehr.",
    }),
    chooseLeft: "Wählen Sie, womit es weitergehen soll.",
    summary: {
      "account-access": (app: string, until: string) =>
        `Wenn Sie das erlauben, kann ${app} dasselbe sehen wie bisher, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `Wenn Sie das erlauben, kann ${app} in denselben Grenzen wie bisher Zahlungen einziehen, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `Wenn Sie das erlauben, antworten wir ${app} wie bisher mit Ja oder Nein, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Wieder erlauben",
    ifNot: "Wenn Sie es nicht erlauben, bleibt alles, wie es jetzt ist.",
    ifNotStopped: "Wenn Sie es nicht erlauben, bleibt es beendet.",
  },
  inItsPlace: {
    title: "Das ersetzt, was Sie früher erlaubt haben",
    text: (app: string, date: string) =>
      `Am ${date} haben Sie Ja zu ${app} gesagt. Wenn Sie das hier erlauben, endet das Frühere. Wenn nicht, bleibt das Frühere, wie es ist.`,
    ticked: "Die Konten von damals sind angekreuzt. Sie können das ändern.",
    chosen: "Das Konto von damals ist ausgewählt. Sie können das ändern.",
    taken: (app: string, amount: string, date: string) =>
      `Seit dem ${date} hat ${app} im Rahmen der früheren Grenzen ${amount} abgebucht.`,
    countsAnew: (app: string) => `Was ${app} im Rahmen der früheren Grenzen schon abgebucht hat, zählt hier nicht mit.`,
    noLonger: (app: string) => `Was ${app} nicht mehr sehen wird`,
    tags: { new: "Neu", changed: "Geändert", removed: "Entfällt" },
    before: (text: string) => `Vorher: ${text}`,
  },
  whatWasBefore: {
    stays: "Was Sie früher erlaubt haben, bleibt, wie es war.",
    staysStopped: "Was beendet war, bleibt beendet.",
    hasEnded: "Was Sie früher erlaubt haben, ist beendet.",
    again: "Zu demselben haben Sie schon Ja gesagt am",
    insteadOf: "Das ersetzte Ihr Ja vom",
    notInsteadOf: "Das ersetzte nicht Ihr Ja vom",
  },
};
