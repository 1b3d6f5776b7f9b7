import type { Words } from "../words";

export const accountAccess = {
  accountAccess: {
    question: (app) => `Ihre Kontoinformationen mit ${app} teilen?`,
    between: "soll Daten teilen mit",
    appRole: "Möchte Ihre Daten sehen",
    willSee: (app) => `Was ${app} sehen wird`,
    details: "Einzelheiten",
    cannotSee: (app) => `Was ${app} nicht sehen oder tun kann`,
    cannotDo: ["über Ihr Geld verfügen", "Ihr Passwort sehen"],
    see: (what) => `${what} sehen`,
    history: {
      between: (from, to) => `Vom ${from} bis zum ${to}`,
      since: (from) => `Seit dem ${from}`,
      until: (to) => `Alles, was wir aufbewahren, bis zum ${to}`,
      all: "So weit zurück, wie wir sie aufbewahren",
      statements: (days) => `${days}. Nur Kontoauszüge, die ganz in dieser Zeit liegen.`,
    },
    why: "Grund der Anfrage",
    quoted: (text) => `„${text}“`,
    theirWords: (app) => `${app} in eigenen Worten`,
    noPurpose: (app) => `${app} hat uns keinen Grund genannt.`,
    wholePurpose: "Alles lesen",
    howLong: "Wie lange",
    until: (date) => `Bis zum ${date}`,
    openEnded: "Bis Sie es beenden",
    openEndedNote: "Es gibt kein Enddatum.",
    choose: "Wählen Sie die Konten, die Sie teilen",
    chooseHint: (app) => `${app} sieht nur die Konten, die Sie ankreuzen.`,
    /** Where there is one account alone. */
    chooseOne: "Wählen Sie das Konto, das Sie teilen",
    chooseHintOne: (app) => `${app} sieht das Konto nur, wenn Sie es ankreuzen.`,
    unavailable: "Konten, die Sie so nicht teilen können",
    joint: (people) => `Gehört auch ${people}. Wenn Sie es teilen, teilen Sie auch den Anteil der anderen.`,
    summary: (app, clusters, until) =>
      `Wenn Sie das erlauben, sieht ${app} für jedes Konto, das Sie ankreuzen, ${clusters}, ${until}.`,
    summaryOne: (app, clusters, until) =>
      `Wenn Sie das erlauben, sieht ${app} für das Konto, das Sie ankreuzen, ${clusters}, ${until}.`,
    summaryUntil: (date) => `und zwar bis zum ${date}`,
    summaryOpenEnded: "und zwar so lange, bis Sie es beenden",
    afterwards: "So beenden Sie es",
    afterwardsText: (app, bank, phone) =>
      `Sie können jederzeit aufhören. Beenden Sie es bei ${bank} auf der Seite mit Ihren verbundenen Apps oder in ${app}, oder rufen Sie uns an: ${phone}.`,
    allow: "Teilen erlauben",
    refuse: "Nicht erlauben",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Beispiel zeigen",
    hide: "Beispiel ausblenden",
    title: (account, number) => `Aus „${account}“ ${number}`,
    onlyYou: (app) =>
      `Das sehen jetzt nur Sie, und durch das Ansehen wird nichts an ${app} gesendet. Wenn Sie zustimmen, sieht ${app} Namen und Nummern vollständig. Hier sind einige gekürzt.`,
    none: "Für dieses Konto gibt es nichts zu zeigen.",
    failed: "Wir können jetzt kein Beispiel zeigen. Sie können trotzdem antworten.",
    moneyIn: (amount) => `${amount} Eingang`,
    moneyOut: (amount) => `${amount} Ausgang`,
    balanceAfter: (amount) => `Kontostand danach ${amount}`,
    nextOn: (date) => `das nächste Mal am ${date}`,
    lastOn: (date) => `zuletzt am ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
