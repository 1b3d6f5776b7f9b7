import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "Le paiement à l’étranger",
    bank: "Leur banque",
    bankCode: "Son code (BIC)",
    country: "Pays",
    gets: "L’autre partie reçoit",
    about: (amount) => `Environ ${amount}`,
    rate: "Taux de change",
    held: "Durée de validité du taux",
    heldUntil: (time) => `Jusqu’à ${time}. Ensuite, vous recommencez.`,
    agreed: "Nous avons convenu de ce taux avec vous auparavant.",
    indicative: "Il n’est pas fixe. Le montant final peut être différent.",
    unknown: "Nous le fixons au moment d’envoyer l’argent. Le montant final peut être différent.",
    fees: "Qui paie les frais",
    feesBorneBy: {
      you: "Vous payez tous les frais",
      payee: "L’autre partie paie tous les frais",
      shared: "Vous payez les nôtres, l’autre partie paie les siens",
      "by-agreement": "Comme convenu entre les banques",
    },
    totalUnknown: "Nous le calculons au moment d’envoyer l’argent",
    totalFrom: (currency) => `Total depuis un compte dans cette devise : ${currency}`,
    speed: "Rapidité",
    urgent: "Urgente",
    purpose: "Motif",
  },
} satisfies Pick<Words, "crossBorder">;
