import type { PageWords } from "./words.ts";

export const fr: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "{app} vous demande une réponse",
    compare: "Regardez l’écran où vous utilisez {app}. Il doit afficher ceci :",
    otherwise:
      "S’il affiche autre chose, ou si vous n’avez rien commencé, fermez cette page. Rien ne se passe dans ce cas.",
    signIn: "Se connecter et voir la demande",
    answered: {
      title: "Vous pouvez fermer cette page",
      text: "Vous avez répondu à cette demande. Il n’y a plus rien à faire ici.",
      next: "Vous pouvez continuer là où vous utilisez {app}.",
    },
    ranOut: {
      title: "Le temps pour cette demande est écoulé",
      text: "Personne n’a répondu à temps : rien n’a été partagé ni payé. Vous pouvez fermer cette page.",
      next: "Si vous le voulez encore, vous pouvez recommencer là où vous utilisez {app}.",
    },
    after: {
      failure: "Nous n’avons pas pu vous connecter. Vous pouvez réessayer.",
      another:
        "Cette demande est pour quelqu’un d’autre. Si c’est la vôtre, connectez-vous avec votre propre identifiant.",
      outage: "Nous ne pouvons pas vous connecter pour le moment. Réessayez dans une minute.",
    },
  },
  error: {
    title: "Nous n’avons pas pu continuer",
    why: "La demande qui vous a amené ici n’est pas valable, a déjà servi ou a pris trop de temps.",
    nothingDone: "Cette étape n’a rien partagé et n’a déplacé aucun argent.",
    again: "Pour réessayer, retournez à l’application ou au site d’où vous venez et recommencez là-bas.",
    reference: "Référence",
    code: "Code",
  },
};
