import type { Words } from "../words";

export const stop = {
  stop: {
    whatHappened: "Ce qui s’est passé",
    wasAnythingShared: "Quelque chose a-t-il été partagé ?",
    wasAnythingPaid: "Quelque chose a-t-il été payé ?",
    whatToDo: "Que faire",
    reference: "Référence",
    referenceHint: "Donnez-la si vous appelez.",
    nothingShared: "Non. Rien n’a été partagé.",
    nothingPaid: "Non. Aucun argent n’a quitté votre compte.",
    nothingEither: "Pas par cette page. Si vous aviez déjà répondu, c’est cette réponse-là qui compte.",
    theApp: "l’application",
    startAgain: (app) => `Retournez à ${app} et recommencez.`,
    tryAgain: "Réessayer",
    lookAgain: "Relire",
    goTo: (app) => `Aller à ${app}`,
    backTo: (app) => `Retourner à ${app}`,
    decided: {
      title: { allowed: "Vous avez déjà dit oui", refused: "Vous avez déjà dit non" },
      happened: {
        "account-access": {
          allowed: (app) => `Vous avez autorisé ${app} à voir les informations de vos comptes.`,
          refused: (app) => `Vous n’avez pas autorisé ${app} à voir les informations de vos comptes.`,
        },
        "variable-payments": {
          allowed: (app) => `Vous avez autorisé ${app} à prélever des paiements dans des limites.`,
          refused: (app) => `Vous n’avez pas autorisé ${app} à prélever des paiements.`,
        },
        file: {
          allowed: (app) => `Vous avez donné votre accord aux paiements du fichier envoyé par ${app}.`,
          refused: (app) => `Vous n’avez pas donné votre accord aux paiements du fichier envoyé par ${app}.`,
        },
        "funds-confirmation": {
          allowed: (app) =>
            `Vous nous avez autorisés à répondre oui ou non quand ${app} demande s’il y a assez d’argent.`,
          refused: (app) => `Vous ne nous avez pas autorisés à répondre quand ${app} demande s’il y a assez d’argent.`,
        },
        "standing-order": {
          allowed: (app) => `Vous avez donné votre accord à l’ordre permanent demandé par ${app}.`,
          refused: (app) => `Vous n’avez pas donné votre accord à l’ordre permanent demandé par ${app}.`,
        },
        payment: {
          allowed: (app) => `Vous avez donné votre accord au paiement demandé par ${app}.`,
          refused: (app) => `Vous n’avez pas donné votre accord au paiement demandé par ${app}.`,
        },
      },
      shared: {
        "account-access": "Vous l’avez autorisé, donc cela peut être partagé.",
        "variable-payments":
          "Vous l’avez autorisé, donc des paiements peuvent être prélevés dans les limites que vous avez vues.",
        file: "Vous avez donné votre accord, donc le fichier peut être payé. Il ne peut pas l’être deux fois.",
        "funds-confirmation": "Vous l’avez autorisé, donc nous pouvons répondre oui ou non, et rien de plus.",
        "standing-order":
          "Vous avez donné votre accord, donc il peut être mis en place. Il ne peut pas l’être deux fois.",
        payment: "Vous avez donné votre accord, donc il peut être payé. Il ne peut pas l’être deux fois.",
      },
      toDo: (app) =>
        `Votre première réponse compte, et elle ne peut pas être modifiée ici. Retournez à ${app} pour continuer.`,
    },
    ended: {
      title: "Cette demande est terminée",
      happened: {
        "no-eligible-account": (app) =>
          `La demande faite par ${app} s’est terminée, car aucun de vos comptes ne peut servir pour elle.`,
        "tpp-not-authorised": (app) =>
          `La demande faite par ${app} s’est terminée, car nous ne pouvions pas être sûrs qu’elle soit permise.`,
        "timed-out": (app) => `La demande de ${app} a pris fin parce que son délai était écoulé.`,
        technical: (app) => `La demande faite par ${app} s’est terminée, car nous ne pouvions pas tout vous montrer.`,
        "sca-failed": (app) =>
          `La demande faite par ${app} s’est terminée, car nous ne pouvions pas être sûrs que c’était bien vous.`,
      },
      toDo: (app) => `Il n’y a plus rien à faire ici. Vous pouvez retourner à ${app}.`,
      waiting: {
        title: "Nous mettons fin à cette demande",
        happened: "Le système qui la transmet ne répond pas encore.",
        toDo: "Attendez une minute, puis réessayez. Vous n’avez rien à répondre.",
      },
    },
    expired: {
      title: "Le temps pour répondre est écoulé",
      happened: (app) => `La demande faite par ${app} n’était ouverte que peu de temps. Ce temps est écoulé.`,
    },
    unknown: {
      title: "Nous ne pouvons pas montrer cette demande",
      happened: "Le lien est incomplet, ou il a déjà été utilisé, ou il est trop ancien.",
      toDo: "Retournez à l’application d’où vous venez et recommencez.",
    },
    openedElsewhere: {
      title: "Cette demande est ouverte ailleurs",
      happened:
        "Elle a été ouverte dans un autre navigateur ou sur un autre appareil. Pour votre sécurité, elle ne fonctionne que là.",
      toDo: "Continuez là-bas, ou retournez à l’application et recommencez. Si ce n’était pas vous, appelez-nous.",
    },
    withdrawn: {
      title: (app) => `${app} ne demande plus cela`,
      happened: (app) => `${app} a retiré sa demande, ou elle ne peut plus être utilisée.`,
    },
    dayPassed: {
      title: "Le jour prévu pour ce paiement est passé",
      happened: (app) => `${app} a demandé un paiement à une date qui est passée.`,
    },
    rateExpired: {
      title: "Le taux de change n’est plus valable",
      happened: (app) => `Le taux de la demande de ${app} ne valait que peu de temps. Ce temps est écoulé.`,
    },
    changed: {
      title: (app) => `${app} a modifié sa demande`,
      happened:
        "Ce que vous avez vu n’est pas ce qui est demandé maintenant. Nous n’avons donc pas donné suite à votre réponse.",
      toDo: "Lisez la nouvelle demande avant de répondre.",
    },
    unavailable: {
      title: "Nous ne pouvons pas le faire pour le moment",
      happened: "L’un de nos systèmes ne répond pas.",
      toDo: (app) =>
        `Attendez une minute, puis réessayez. Vous pouvez aussi retourner à ${app} et recommencer plus tard.`,
    },
    notUnderstood: {
      title: "Nous ne pouvons pas montrer toute cette demande",
      happened: (app) =>
        `${app} a demandé quelque chose que nous ne pouvons pas vous expliquer. Nous ne le laissons donc pas passer.`,
      toDo: (app) => `Nous avons noté l’erreur. Retournez à ${app} : une demande correcte ne peut venir que de là.`,
    },
    requesterUnknown: {
      title: "Nous ne savons pas qui demande",
      happened:
        "L’application d’où vous venez ne nous a donné aucun nom. Vous ne pouvez pas dire oui à quelqu’un sans nom.",
      toDo: "Mettez fin à cette demande. Si elle ne vient pas de vous, appelez-nous.",
      end: "Mettre fin à cette demande",
    },
    notInRegister: {
      title: (app) => `${app} ne peut pas demander cela en ce moment`,
      happened: (app) =>
        `Selon le registre officiel, ${app} n’a pas le droit de proposer ce service. Nous ne laissons donc pas passer la demande.`,
    },
    noAccount: {
      title: {
        "account-access": "Vous n’avez aucun compte à partager",
        "variable-payments": "Vous n’avez aucun compte pour payer",
        file: "Vous n’avez aucun compte pour payer",
        "funds-confirmation": "Vous n’avez aucun compte pour lequel répondre",
        "standing-order": "Vous n’avez aucun compte pour payer",
        payment: "Vous n’avez aucun compte pour payer",
      },
      happened: {
        "account-access": (app) =>
          `${app} a demandé à voir des informations de compte, mais aucun de vos comptes ne peut être partagé.`,
        "variable-payments": (app) =>
          `${app} a demandé à prélever des paiements, mais aucun de vos comptes ne peut les faire.`,
        file: (app) => `${app} a demandé des paiements, mais aucun de vos comptes ne peut les faire.`,
        "funds-confirmation": (app) =>
          `${app} a demandé s’il y a assez d’argent, mais nous ne pouvons répondre pour aucun de vos comptes.`,
        "standing-order": (app) => `${app} a demandé un ordre permanent, mais aucun de vos comptes ne peut le payer.`,
        payment: (app) => `${app} a demandé un paiement, mais aucun de vos comptes ne peut le faire.`,
      },
      toDo: (app) => `Retournez à ${app}. On y saura que vous n’avez pas continué.`,
      accounts: "Vos comptes",
    },
    namedAccountNotYours: {
      title: "Le compte indiqué n’est pas à vous",
      happened: (app, number) =>
        `${app} a demandé à payer depuis le compte ${number}. Il ne fait pas partie de vos comptes chez nous.`,
      toDo: (app) => `Retournez à ${app} et choisissez-y l’un de vos propres comptes.`,
    },
    namedAccountUnavailable: {
      title: "Vous ne pouvez pas payer depuis le compte indiqué",
      happened: (app, number) => `${app} a demandé à payer depuis votre compte ${number}.`,
      toDo: (app) => `Retournez à ${app} et choisissez-y un autre compte.`,
    },
    leaving: {
      title: (app) => `Nous vous ramenons à ${app}`,
      happened: {
        "account-access": {
          allowed: (app) => `Vous avez autorisé ${app} à voir ce que vous avez choisi.`,
          refused: (app) => `Vous n’avez pas autorisé ${app} à voir les informations de vos comptes.`,
        },
        "variable-payments": {
          allowed: (app) => `Vous avez autorisé des paiements dans des limites. ${app} peut maintenant les prélever.`,
          refused: (app) => `Vous n’avez pas autorisé ${app} à prélever des paiements.`,
        },
        file: {
          allowed: (app) => `Vous avez donné votre accord aux paiements. ${app} peut maintenant les faire exécuter.`,
          refused: (app) => `Vous n’avez pas donné votre accord aux paiements demandés par ${app}.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Vous nous avez autorisés à répondre oui ou non aux demandes faites par ${app}.`,
          refused: (app) => `Vous ne nous avez pas autorisés à répondre quand ${app} demande s’il y a assez d’argent.`,
        },
        "standing-order": {
          allowed: (app) =>
            `Vous avez donné votre accord à l’ordre permanent. ${app} peut maintenant le mettre en place.`,
          refused: (app) => `Vous n’avez pas donné votre accord à l’ordre permanent demandé par ${app}.`,
        },
        payment: {
          allowed: (app) => `Vous avez donné votre accord au paiement. ${app} peut maintenant l’envoyer.`,
          refused: (app) => `Vous n’avez pas donné votre accord au paiement demandé par ${app}.`,
        },
      },
      toDo: "Si rien ne se passe, utilisez le bouton ci-dessous.",
    },
    recording: {
      title: "Nous avons votre réponse, mais elle n’est pas encore passée",
      happened: {
        allowed:
          "Vous avez dit oui. Nous avons enregistré votre réponse, mais le système qui y donne suite ne répond pas.",
        refused:
          "Vous avez dit non. Nous avons enregistré votre réponse, mais le système qui la transmet ne répond pas.",
      },
      nothingYet: {
        "account-access": "Pas encore. Rien n’a été partagé jusqu’ici.",
        "variable-payments": "Pas encore. Aucun argent n’a quitté votre compte jusqu’ici.",
        file: "Pas encore. Aucun argent n’a quitté votre compte jusqu’ici.",
        "funds-confirmation": "Pas encore. Nous n’avons rien répondu jusqu’ici.",
        "standing-order": "Pas encore. Pour l’instant, aucun argent n’a quitté votre compte.",
        payment: "Pas encore. Aucun argent n’a quitté votre compte jusqu’ici.",
      },
      toDo: "Attendez une minute, puis réessayez. Votre réponse reste la même.",
    },
  },
} satisfies Pick<Words, "stop">;
