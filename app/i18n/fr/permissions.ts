import type { Words } from "../words";

/** `phrase` and `withheld` are what is seen, with their articles: a noun without one does not stand in a sentence. */
export const permissions = {
  clusters: {
    "account-details": { title: "Détails des comptes", phrase: "les détails du compte" },
    transactions: { title: "Opérations", phrase: "vos opérations" },
    "regular-payments": { title: "Paiements réguliers", phrase: "vos paiements réguliers" },
    statements: { title: "Relevés", phrase: "vos relevés" },
    "features-and-benefits": {
      title: "Services et avantages",
      phrase: "les services et avantages du compte",
    },
    "contact-and-party": { title: "Noms et coordonnées", phrase: "des noms et coordonnées" },
  },
  lines: {
    "accounts-basic": {
      short: "type de compte et devise",
      full: "Le type du compte, sa devise et le nom que vous lui avez donné. Pas son numéro.",
    },
    "accounts-detail": {
      short: "nom associé au compte, code banque et numéro de compte",
      full: "Le nom associé au compte, son code banque et son numéro, son type, sa devise et le nom que vous lui avez donné.",
    },
    balances: {
      short: "solde",
      full: "Combien il y a sur le compte, et votre découvert autorisé s’il y en a un.",
    },
    "card-number": {
      short: "numéro de carte complet",
      full: "Tous les chiffres de votre numéro de carte. Certains peuvent être masqués.",
    },
    "beneficiaries-basic": {
      short: "bénéficiaires enregistrés",
      full: "Les personnes et entreprises que vous avez enregistrées. Pas leurs numéros de compte.",
    },
    "beneficiaries-detail": {
      short: "bénéficiaires enregistrés et leurs numéros de compte",
      full: "Les personnes et entreprises que vous avez enregistrées, avec leurs numéros de compte.",
    },
    "standing-orders-basic": {
      short: "virements permanents",
      full: "Vos virements permanents : combien et quand. Pas les numéros de compte où ils vont.",
    },
    "standing-orders-detail": {
      short: "virements permanents et où ils vont",
      full: "Vos virements permanents : combien, quand, et le numéro de compte où va chacun.",
    },
    "direct-debits": {
      short: "prélèvements",
      full: "Vos prélèvements : qui prend l’argent, à quel rythme, et combien la dernière fois.",
    },
    "scheduled-payments-basic": {
      short: "paiements programmés",
      full: "Vos paiements prévus un autre jour : combien et quand. Pas les numéros de compte où ils vont.",
    },
    "scheduled-payments-detail": {
      short: "paiements programmés et où ils vont",
      full: "Vos paiements prévus un autre jour : combien, quand, et le numéro de compte où va chacun.",
    },
    "transactions-basic-in": {
      short: "date et montant de l’argent qui entre",
      full: "La date et le montant chaque fois que de l’argent entre. Pas de qui il vient.",
    },
    "transactions-basic-out": {
      short: "date et montant de l’argent qui sort",
      full: "La date et le montant chaque fois que de l’argent sort. Pas à qui il va.",
    },
    "transactions-basic-both": {
      short: "date et montant de l’argent qui entre et qui sort",
      full: "La date et le montant chaque fois que de l’argent entre ou sort. Pas qui a payé ou a été payé.",
    },
    "transactions-detail-in": {
      short: "argent qui entre, de qui et pour quoi",
      full: "Chaque fois que de l’argent entre : la date, le montant, de qui il vient, à quoi il sert, et votre solde après.",
    },
    "transactions-detail-out": {
      short: "argent qui sort, à qui et pour quoi",
      full: "Chaque fois que de l’argent sort : la date, le montant, à qui il va, à quoi il sert, et votre solde après.",
    },
    "transactions-detail-both": {
      short: "argent qui entre et qui sort, de qui ou à qui et pour quoi",
      full: "Chaque fois que de l’argent entre ou sort : la date, le montant, de qui ou à qui, à quoi il sert, et votre solde après.",
    },
    "statements-basic": {
      short: "dates de vos relevés",
      full: "Quand chacun de vos relevés a été fait et quels jours il couvre. Pas les totaux.",
    },
    "statements-detail": {
      short: "vos relevés complets",
      full: "Vos relevés complets, avec les totaux, les frais et les intérêts. Cela comprend les fichiers à télécharger.",
    },
    products: {
      short: "frais, intérêts et récompenses de votre compte",
      full: "Quel type de compte vous avez chez nous : ses tarifs, ses frais, ses intérêts et ses récompenses.",
    },
    offers: {
      short: "offres que nous vous avons faites",
      full: "Les offres que nous vous avons faites sur ce compte, comme un plafond plus élevé.",
    },
    "party-holders": {
      short: "nom, adresse, téléphone et e-mail de tous les titulaires du compte",
      full: "Le nom complet, l’adresse, le numéro de téléphone et l’e-mail de chaque titulaire du compte.",
    },
    "party-self": {
      short: "vos propres nom, adresse, téléphone et e-mail",
      full: "Vos propres nom complet, adresse, numéro de téléphone et e-mail.",
    },
  },
  othersNames: "Cela peut comprendre les noms d’autres personnes.",
  othersNumbers: "Cela peut comprendre les noms et les numéros de compte d’autres personnes.",
  withheld: {
    "account-numbers": "votre code banque et votre numéro de compte",
    balances: "combien d’argent vous avez",
    "card-number": "votre numéro de carte complet",
    "saved-payees": "vos bénéficiaires enregistrés",
    "payee-accounts": "les numéros de compte des personnes que vous payez",
    "standing-orders": "vos virements permanents",
    "direct-debits": "vos prélèvements",
    "scheduled-payments": "vos paiements programmés",
    transactions: "vos opérations",
    counterparties: "qui vous payez et qui vous paie",
    "money-in": "l’argent qui entre",
    "money-out": "l’argent qui sort",
    statements: "vos relevés",
    products: "les conditions de votre compte",
    offers: "les offres que nous vous avons faites",
    "party-holders": "les coordonnées des autres titulaires",
    "party-self": "vos propres coordonnées",
  },
} satisfies Pick<Words, "clusters" | "lines" | "othersNames" | "othersNumbers" | "withheld">;
