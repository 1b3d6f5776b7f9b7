export const sharedTogether = {
  sharedTogether: {
    pending: (names: string, date: string) => `Wartet: auch ${names} muss bis ${date} zustimmen`,
    pendingSome: (count: string, names: string, date: string) =>
      `Wartet: auch ${count} von ${names} müssen bis ${date} zustimmen`,
    alert: (time: string) =>
      `Bei manchen dieser Konten muss mehr als eine Person zustimmen, bevor Daten geteilt werden. Wenn Sie ein solches wählen, fragen wir auch die anderen. Sie sehen diese Anfrage, dass Sie Ja gesagt haben, und was Sie gemeinsam haben, aber keines Ihrer anderen Konten. Sie haben ${time} Zeit. Von keinem gewählten Konto wird etwas geteilt, bevor genug von Ihnen zugestimmt haben.`,
    differentPeople:
      "Bei diesen Konten müssen verschiedene Personen zustimmen. Wählen Sie die Konten derselben Personen und teilen Sie die anderen mit einer neuen Anfrage in der App.",
    receipt: (app: string) =>
      `Sie haben Ja zur Anfrage von ${app} gesagt. Auch andere müssen zustimmen, und diese Quittung gilt nur für Ihre Antwort. Es wird nichts geteilt, bevor genug von Ihnen zugestimmt haben.`,
    notYet: "Noch nicht. Bevor die anderen zugestimmt haben, wird nichts geteilt.",
    page: {
      account: "Was Sie gemeinsam haben",
      after:
        "Wenn genug von Ihnen unterschrieben haben, beginnt das Teilen. Wenn jemand nicht unterschreibt, ist die Anfrage vorbei und nichts wird geteilt.",
      afterAnswers:
        "Wenn genug von Ihnen unterschrieben haben, antworten wir mit Ja oder Nein, wenn wir gefragt werden. Wenn jemand nicht unterschreibt, ist die Anfrage vorbei und nichts wird beantwortet.",
    },
    over: {
      "signer-declined": "Jemand von Ihnen hat Nein gesagt. Es wird nichts geteilt.",
      "timed-out": "Nicht genug von Ihnen haben rechtzeitig unterschrieben. Es wird nichts geteilt.",
      ended: "Sie wurde zurückgezogen oder beendet, bevor alle unterschrieben hatten. Es wird nichts geteilt.",
    },
  },
};
