import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `Répondre oui ou non à ${app} qui demande si vous avez assez d’argent ?`,
    between: "répondrait oui ou non à",
    appRole: "Demande s’il y a assez d’argent sur votre compte",
    details: "Ce que nous répondons",
    answer: { label: "La réponse", text: "Seulement oui ou non, jamais combien vous avez" },
    issuer: "Qui demande",
    pastAnswers: {
      label: "Réponses passées",
      text: (bank, phone) =>
        `Nos réponses sont sur la page de vos applis connectées chez ${bank}. Vous pouvez aussi nous appeler au ${phone}.`,
    },
    cannotDo: [
      "voir combien vous avez",
      "voir vos paiements",
      "prélever ou bloquer votre argent",
      "voir votre mot de passe",
    ],
    locked: "Le compte concerné",
    summary: (app, account, until) =>
      `Si vous donnez votre accord, nous répondons oui ou non à ${app} à la question de savoir s’il y a assez d’argent sur le compte « ${account} », ${until}.`,
    allow: "Autoriser oui ou non",
    refuse: "Ne pas autoriser",
    notYours: (app, number) =>
      `${app} a posé une question sur le compte ${number}. Ce n’est pas l’un de vos comptes chez nous.`,
    unavailable: {
      title: "Nous ne pouvons pas répondre pour le compte indiqué",
      happened: (app, number) => `${app} a posé une question sur votre compte ${number}.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
