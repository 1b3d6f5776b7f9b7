import { plural } from "../plural";
import type { Words } from "../words";

export const factor = {
  factor: {
    title: {
      "account-access": "Confirmez que c’est bien vous",
      payment: "Confirmez ce paiement",
      "standing-order": "Confirmez cet ordre permanent",
      "variable-payments": "Confirmez ces paiements dans des limites",
      file: "Confirmez les paiements de ce fichier",
      "funds-confirmation": "Confirmez que c’est bien vous",
    },
    intro: "Vous avez dit oui. Cette dernière étape montre que c’est bien vous.",
    account: "Compte",
    accounts: "Comptes",
    until: (time) => `Confirmez avant ${time}.`,
    passkey: {
      use: "Utiliser votre clé d’accès",
      hint: "Votre appareil demande votre doigt, votre visage ou votre code PIN.",
      failed: "Votre clé d’accès n’a pas été utilisée. Essayez encore, ou utilisez un code.",
    },
    code: {
      send: (ending) => `Envoyer un code au téléphone qui finit par ${ending}`,
      sent: (ending) => `Nous avons envoyé un code au téléphone qui finit par ${ending}.`,
      reference: (reference) => `Le message porte la référence ${reference}, pour que vous sachiez que c’est le bon.`,
      worksUntil: (time) => `Le code est valable jusqu’à ${time}.`,
      label: "Code reçu par message",
      again: "Envoyer un autre code",
      noMore: "Nous ne pouvons plus envoyer de code pour cette demande.",
    },
    back: "Revenir en arrière",
    problems: {
      wrongCode: plural("fr", {
        one: "Ce code n’est pas le bon. Il vous reste # essai.",
        other: "Ce code n’est pas le bon. Il vous reste # essais.",
      }),
      noCode: "Saisissez les six chiffres du code.",
      codeOver: "Ce code n’est plus valable. Envoyez-en un autre.",
      wrongPasskey: "Nous n’avons pas pu vérifier cette clé d’accès. Essayez encore, ou utilisez un code.",
      notSent: "Nous n’avons pas pu envoyer de code. Essayez encore dans une minute.",
    },
    noWay: (bank, phone) =>
      `Nous n’avons ni clé d’accès ni numéro de téléphone pour vous. Nous ne pouvons donc pas vérifier que c’est bien vous. Appelez ${bank} au ${phone}.`,
    over: {
      title: "Le temps pour confirmer est écoulé",
      happened: "Vous n’avez pas confirmé à temps. Votre oui ne compte donc pas.",
      toDo: "Relisez la demande. Si elle est toujours juste, dites oui et confirmez.",
    },
    message: (bank, question, code, time, reference) =>
      `${bank}\u202f: ${question} Votre code est ${code}. Il est valable jusqu’à ${time}. Ne le donnez à personne. Référence ${reference}.`,
    receipt: {
      label: "Confirmé avec",
      passkey: "Votre clé d’accès",
      code: "Un code envoyé à votre téléphone",
    },
  },
} satisfies Partial<Words>;
