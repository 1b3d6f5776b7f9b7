import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("fr", { one: "# paiement", many: "# de paiements", other: "# paiements" }),
    inPayments: plural("fr", { one: "en # paiement ?", many: "en # de paiements ?", other: "en # paiements ?" }),
    make: "Faire",
    fromFile: "avec ce fichier ?",
    question: (payments) => `Faire ${payments} avec ce fichier ?`,
    questionOfSum: (amount, inPayments) => `Payer ${amount} ${inPayments}`,
    appRole: "Vous demande de faire ces paiements",
    details: "Le fichier",
    count: "Paiements qu’il contient",
    total: "Total à payer",
    totalIn: (currency) => `Total à payer (${currency})`,
    reference: "Sa référence",
    when: (date) => `Une fois, le ${date}`,
    check: "Notre contrôle",
    checked: (app) =>
      `Nous avons compté et additionné les paiements nous-mêmes. C’est le fichier que nous a annoncé ${app}, et rien n’y a changé.`,
    hash: "Code du fichier",
    allRows: "Tous les paiements du fichier",
    firstRows: (count) => `Les dix premiers sur ${count}`,
    rowReference: (reference) => `Référence : ${reference}`,
    download: {
      link: "Voir tous les paiements dans un fichier tableur",
      columns: { account: "Compte", currency: "Devise" },
    },
    cannotDo: ["modifier le fichier", "prélever un autre paiement", "voir votre solde", "voir votre mot de passe"],
    unavailable: "Comptes que vous ne pouvez pas utiliser pour ces paiements",
    lowFunds: "C’est moins que la somme des paiements.",
    summary: (app, payments, amount) =>
      `Si vous donnez votre accord, ${app} peut nous faire exécuter ${payments} depuis le compte que vous choisissez, une seule fois. Le total est de ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `Si vous donnez votre accord, ${app} peut nous faire exécuter ${payments} depuis le compte « ${account} », une seule fois. Le total est de ${amount}.`,
    leaveOn: (day) => `Ils partent le ${day}.`,
    afterwardsText:
      "Une fois votre accord donné, vous ne pouvez plus arrêter ces paiements ici. Vérifiez d’abord les détails.",
    allow: (amount) => `Payer ${amount}`,
  },
} satisfies Pick<Words, "filePayment">;
