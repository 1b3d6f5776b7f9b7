import type { Words } from "../words";

export const accountAccess = {
  accountAccess: {
    question: (app) => `Partager les informations de vos comptes avec ${app} ?`,
    between: "partagerait des informations avec",
    appRole: "Demande à voir vos informations",
    willSee: (app) => `Ce qui sera visible pour ${app}`,
    details: "Détails",
    cannotSee: (app) => `Ce que ne pourra ni voir ni faire ${app}`,
    cannotDo: ["déplacer votre argent", "voir votre mot de passe"],
    see: (what) => `voir ${what}`,
    history: {
      between: (from, to) => `Du ${from} au ${to}`,
      since: (from) => `Depuis le ${from}`,
      until: (to) => `Tout ce que nous gardons jusqu’au ${to}`,
      all: "Aussi loin que nous les conservons",
      statements: (days) => `${days}. Seulement les relevés entièrement compris dans cette période.`,
    },
    why: "Motif de la demande",
    quoted: (text) => `« ${text} »`,
    theirWords: (app) => `Selon ${app}, mot pour mot`,
    noPurpose: (app) => `${app} ne nous a pas dit pourquoi.`,
    wholePurpose: "Tout lire",
    howLong: "Durée",
    until: (date) => `Jusqu’au ${date}`,
    openEnded: "Jusqu’à ce que vous y mettiez fin",
    openEndedNote: "Il n’y a pas de date de fin.",
    choose: "Choisissez les comptes à partager",
    chooseHint: (app) => `${app} ne verra que les comptes que vous cochez.`,
    /** Where there is one account alone. */
    chooseOne: "Choisissez le compte à partager",
    chooseHintOne: (app) => `${app} ne verra le compte que si vous le cochez.`,
    unavailable: "Comptes que vous ne pouvez pas partager ainsi",
    joint: (people) => `Appartient aussi à ${people}. Si vous le partagez, vous partagez aussi la part des autres.`,
    summary: (app, clusters, until) =>
      `Si vous l’autorisez, ${app} verra, pour chaque compte que vous cochez, ${clusters}, ${until}.`,
    summaryOne: (app, clusters, until) =>
      `Si vous l’autorisez, ${app} verra, pour le compte que vous cochez, ${clusters}, ${until}.`,
    summaryUntil: (date) => `jusqu’au ${date}`,
    summaryOpenEnded: "jusqu’à ce que vous y mettiez fin",
    afterwards: "Comment y mettre fin",
    afterwardsText: (app, bank, phone) =>
      `Vous pouvez y mettre fin à tout moment. Faites-le sur la page de vos applis connectées chez ${bank}, dans ${app}, ou appelez-nous au ${phone}.`,
    allow: "Autoriser le partage",
    refuse: "Ne pas autoriser",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Me montrer un exemple",
    hide: "Masquer l’exemple",
    title: (account, number) => `Depuis « ${account} » ${number}`,
    onlyYou: (app) =>
      `Personne d’autre ne voit ceci pour l’instant, et le consulter n’envoie rien à ${app}. Si vous autorisez, ${app} verra les noms et les numéros en entier. Ici, certains sont abrégés.`,
    none: "Il n’y a rien à montrer pour ce compte.",
    failed: "Nous ne pouvons pas montrer d’exemple pour le moment. Vous pouvez quand même répondre.",
    moneyIn: (amount) => `${amount} reçus`,
    moneyOut: (amount) => `${amount} payés`,
    balanceAfter: (amount) => `solde ensuite ${amount}`,
    nextOn: (date) => `prochaine fois le ${date}`,
    lastOn: (date) => `dernière fois le ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
