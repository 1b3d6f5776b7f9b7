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
    ofEachDay: {
      leaves:
        "Nous changeons chaque paiement au taux du jour où il part. Le montant qui quitte votre compte peut varier.",
      gets: "Nous changeons chaque paiement au taux du jour où il part. Le montant que reçoit l’autre partie peut varier.",
    },
    feeEach: (fee) => `${fee} pour chaque paiement`,
    fees: "Qui paie les frais",
    feesBorneBy: {
      you: "Vous payez tous les frais",
      payee: "L’autre partie paie tous les frais",
      shared: "Vous payez nos frais. L’autre banque peut facturer le bénéficiaire.",
      "by-agreement": "Comme convenu entre les banques",
    },
    totalUnknown: "Nous le calculons au moment d’envoyer l’argent",
    totalFrom: (currency) => `Total depuis un compte dans cette devise : ${currency}`,
    speed: "Rapidité",
    urgent: "Urgente",
    purpose: "Motif",
  },
} satisfies Pick<Words, "crossBorder">;
