import type { Words } from "../words";

export const domesticPayment = {
  domesticPayment: {
    question: (amount, payee) => `Payer ${amount} à ${payee} ?`,
    verb: "Payer",
    to: (payee) => `à ${payee} ?`,
    between: "devrait payer à la demande de l’application suivante",
    appRole: "Vous demande de faire ce paiement",
    details: "Le paiement",
    payee: "À",
    sortCode: "Code banque (sort code)",
    accountNumber: "Numéro de compte",
    iban: "IBAN",
    card: "Carte",
    otherAccount: "Compte",
    /** Confirmation of payee: what was found, and what to do. */
    nameCheck: {
      label: "Vérification du nom",
      match: "Le nom correspond à ce compte.",
      closeMatch: (name) =>
        `Ce compte est au nom de ${name}. Vérifiez que c’est bien la personne ou la société que vous voulez payer.`,
      noMatch: "Le nom ne correspond pas à ce compte. Vérifiez les informations auprès de qui vous voulez payer.",
      unavailable: "Nous n’avons pas pu vérifier le nom de ce compte. Vérifiez les informations avant de payer.",
    },
    reference: "Référence",
    noReference: "Aucune",
    amount: "Montant",
    charge: {
      you: "Frais que vous payez",
      payee: "Frais que paie l’autre partie",
      shared: "Nos frais, que vous payez",
      "by-agreement": "Frais, payés comme convenu",
    },
    total: "Total qui quitte votre compte",
    when: "Quand",
    now: "Une fois, dès votre accord",
    cannot: (app) => `Ce que ne pourra pas faire ${app} avec ce paiement`,
    cannotDo: [
      "prélever un autre paiement",
      "voir votre solde",
      "voir vos autres paiements",
      "voir votre mot de passe",
    ],
    choose: "Choisissez le compte à débiter",
    chooseHint: "L’argent part du seul compte que vous choisissez.",
    locked: "Le compte à débiter",
    lockedHint: (app) => `${app} a choisi ce compte. Si vous voulez en utiliser un autre, recommencez là-bas.`,
    unavailable: "Comptes que vous ne pouvez pas utiliser pour ce paiement",
    joint: (people) => `Appartient aussi à ${people}.`,
    lowFunds: "C’est moins que le paiement.",
    lowFundsWithCharges: "C’est moins que le paiement avec les frais.",
    summary: (amount, payee, app) =>
      `Si vous donnez votre accord, ${app} peut envoyer ${amount} à ${payee} depuis le compte que vous choisissez, une seule fois.`,
    summaryLocked: (amount, payee, app, account) =>
      `Si vous donnez votre accord, ${app} peut envoyer ${amount} à ${payee} depuis le compte « ${account} », une seule fois.`,
    afterwards: "Si vous changez d’avis",
    afterwardsText:
      "Une fois votre accord donné, vous ne pouvez plus arrêter ce paiement ici. Vérifiez d’abord les détails.",
    allow: (amount) => `Payer ${amount}`,
    refuse: "Ne pas payer",
  },
} satisfies Pick<Words, "domesticPayment">;
