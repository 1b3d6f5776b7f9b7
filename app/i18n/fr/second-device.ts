import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Continuer sur votre téléphone",
    offered: {
      scan: "Scannez ceci avec l’appareil photo de votre téléphone.",
      picture: "Code QR qui ouvre la page avec le code",
      type: (address) => `Ou ouvrez ${address} sur votre téléphone et tapez ce code :`,
      lasts: "Le code sert une seule fois, pendant deux minutes. Vous devrez vous connecter sur votre téléphone.",
    },
    joined: {
      title: "Tapez ce nombre sur votre téléphone",
      text: "Votre téléphone vous le demande. Personne d’autre n’en a besoin.",
    },
    matched: {
      title: "Répondez sur votre téléphone",
      text: "Cette page continue toute seule quand vous avez répondu là-bas.",
    },
    late: {
      title: "Le code n’est plus valable",
      text: "Rien n’a changé. Vous pouvez demander un nouveau code ou continuer ici.",
    },
    locked: {
      title: "Le nombre était faux trois fois",
      text: "Pour votre sécurité, cette demande ne peut plus passer par un téléphone. Rien n’a changé, et vous pouvez continuer ici.",
    },
    newCode: "Demander un nouveau code",
    goOnHere: "Continuer plutôt ici",
    code: { title: "Tapez le code de votre autre écran", label: "Votre code" },
    number: { title: "Quel nombre voyez-vous sur votre autre écran ?", label: "Nombre, deux chiffres" },
    goOn: "Continuer",
    problem: "Il y a un problème",
    problems: {
      "no-code": "Ce n’est pas un code. Un code a huit lettres et chiffres.",
      used: "Ce code a déjà servi. Demandez-en un nouveau sur votre autre écran.",
      late: "Ce code n’est plus valable. Demandez-en un nouveau sur votre autre écran.",
      "another-customer": "Ce code est pour la demande de quelqu’un d’autre. Rien n’a changé.",
      unknown: "Nous ne connaissons pas ce code. Vérifiez-le, ou demandez-en un nouveau sur votre autre écran.",
      "wrong-number": "Ce n’est pas le nombre de votre autre écran. Regardez encore une fois.",
      over: "Vous ne pouvez pas continuer cette demande sur cet appareil. Rien n’a changé. Continuez sur votre autre écran.",
    },
    close: "Votre autre écran continue tout seul. Vous pouvez fermer cette page.",
    decoupled: {
      check: {
        title: "Regardez votre autre écran",
        text: (message) => `Il doit afficher ${message}. S’il affiche autre chose, dites non.`,
      },
      answered: "Vous avez répondu",
      carryOn: (app) => `Vous pouvez revenir à votre autre écran et continuer avec ${app}.`,
      finish: "Terminer ici",
    },
  },
} satisfies Pick<Words, "secondDevice">;
