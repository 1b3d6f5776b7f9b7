import type { Words } from "../words";

export const wayOut = {
  refusal: {
    title: (refuse) => `${refuse} et dire pourquoi (facultatif)`,
    hint: (app) => `Chaque bouton dit non. Nous ne donnons pas la raison à ${app}.`,
    reasons: {
      "changed-mind": "J’ai changé d’avis",
      "asks-too-much": "On en demande trop",
      "wrong-account": "Ce n’est pas la bonne banque ou le bon compte",
      "not-recognised": "Je ne reconnais pas cette demande",
      "other-reason": "Autre chose",
    },
  },
  report: {
    button: "L’arrêter et nous la signaler",
    orCall: (bank) => `Vous pouvez aussi appeler ${bank} au`,
  },
  signedIn: {
    as: (name) => `Connexion au nom de ${name}.`,
    other: "Ce n’est pas vous ? Se connecter sous un autre nom",
    title: "Se connecter sous un autre nom",
    happened: "La demande continue après votre nouvelle connexion. Cette page est terminée.",
    go: "Aller à la connexion",
  },
  expiry: {
    until: (time) => `Vous pouvez répondre jusqu’à ${time}.`,
    nearlyOver: (time) => `Votre temps pour répondre se termine à ${time}.`,
    more: "J’ai besoin de plus de temps",
  },
  moment: {
    title: "Prenez un moment",
    intro: "Nous montrons cette page avant certaines demandes, d’où qu’elles viennent. Demandez-vous :",
    checks: [
      "Avez-vous commencé cela vous-même, dans l’application ?",
      "Quelqu’un vous dit-il sur quoi appuyer ? Nous ne le faisons jamais, la police non plus.",
      "Savez-vous ce que vous recevrez en échange ?",
    ],
    asked: "Ce qui vous est demandé",
    asker: "Qui demande",
    goOn: "Continuer vers la demande",
  },
  reported: {
    title: "Vous avez signalé cette demande",
    happened: {
      refused: "Vous nous avez dit que vous ne l’attendiez pas. Nous avons dit non pour vous.",
      waiting:
        "Vous nous avez dit que vous ne l’attendiez pas. Votre non est enregistré, et il part dès que notre système répond.",
      over: "Vous nous avez dit que vous ne l’attendiez pas. La demande était déjà finie : il n’y avait plus rien à refuser.",
    },
    toDo: (bank, phone) =>
      `Vous pouvez fermer cette page. Notre équipe contre la fraude va s’en occuper. Si vous avez donné un mot de passe ou un code à quelqu’un, appelez maintenant ${bank} au ${phone}.`,
    reference: "Numéro du signalement",
  },
} satisfies Pick<Words, "refusal" | "signedIn" | "report" | "expiry" | "moment" | "reported">;
