import { plural } from "../plural";

export const signers = {
  signers: {
    needs: plural("fr", { one: "# signature nécessaire", other: "# signatures nécessaires" }),
    next: (names: string) => `Peut signer ensuite : ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `Pour certains de ces comptes, plusieurs personnes doivent signer. Si vous en choisissez un, nous demandons aussi aux autres. Elles voient cette demande et que vous avez dit oui. Elles ont ${time}. Aucune somme ne part avant que vous soyez assez nombreux à avoir signé.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "Ce que vous aviez autorisé continue jusqu’à ce que vous soyez assez nombreux à avoir signé.",
    others: plural("fr", {
      one: "# autre personne doit aussi signer.",
      other: "# autres personnes doivent aussi signer.",
    }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `Vous avez dit oui à la demande de ${app}. ${others} Nous le demandons maintenant, avec un délai de ${time}.`,
    receipt: (app: string) =>
      `Vous avez dit oui à la demande de ${app}. D’autres personnes doivent aussi signer, et ce reçu ne concerne que votre réponse. Aucune somme ne part avant que vous soyez assez nombreux à avoir signé.`,
    notYet: "Pas encore. Aucune somme ne part avant que les autres aient signé.",
    page: {
      intro: (who: string, app: string) =>
        `${who} a dit oui à cette demande de ${app}. Votre signature est aussi nécessaire.`,
      account: "Compte à débiter",
      who: "Qui a signé",
      progress: (received: string, required: string) => `Signé : ${received} sur ${required}`,
      signed: (name: string) => `${name} : signé`,
      unsigned: (name: string) => `${name} : pas encore signé`,
      you: (name: string) => `${name} (vous)`,
      due: (moment: string) => `Signez avant le ${moment}. Ensuite, la demande prend fin.`,
      after:
        "Quand vous êtes assez nombreux à avoir signé, le paiement continue. Si l’un de vous ne signe pas, la demande prend fin et rien n’est payé.",
      sign: (what: string) => `Signer : ${what}`,
      once: "Une fois, dès que vous serez assez nombreux à avoir signé",
      refuse: "Ne pas signer",
      takeBack: "Retirer mon accord",
      takeBackAfter: "Si vous retirez votre accord, la demande prend fin pour vous tous.",
    },
    mine: {
      title: "Signé par vous",
      nothing: "Vous n’avez rien signé que d’autres aient demandé.",
      teach: "Quand vous signez la demande de quelqu’un d’autre, vous la trouvez ici, avec son état.",
    },
    message: {
      waiting: {
        title: "Vous avez signé",
        text: "Nous attendons maintenant les autres. Vous n’avez plus rien à faire.",
      },
      complete: {
        title: "Vous êtes assez nombreux à avoir signé",
        text: "La demande continue. Vous n’avez plus rien à faire.",
      },
      "signer-declined": { title: "Cette demande a pris fin", text: "L’un de vous a dit non. Rien n’est payé." },
      "timed-out": {
        title: "Cette demande a pris fin",
        text: "Vous n’avez pas été assez nombreux à signer à temps. Rien n’est payé.",
      },
      ended: {
        title: "Cette demande a pris fin",
        text: "Elle a été retirée ou arrêtée avant que vous ayez tous signé. Rien n’est payé.",
      },
      "lost-mandate": {
        title: "Vous ne pouvez pas signer cette demande",
        text: "Vous ne signez plus pour ce compte. Si vous pensez que c’est une erreur, appelez-nous.",
      },
      again: {
        title: "Relisez la demande",
        text: "Nous n’avons pas pu prendre votre réponse. Voici la demande telle qu’elle est maintenant. Lisez-la et répondez de nouveau.",
      },
      locked: {
        title: "Vous ne pouvez pas signer pour le moment",
        text: "Votre saisie a été fausse trop souvent, donc rien n’a été signé. Attendez une demi-heure, déconnectez-vous et reconnectez-vous. Les autres peuvent encore signer.",
      },
      unavailable: {
        title: "Nous ne pouvons pas afficher cette page pour le moment",
        text: "Rien n’a changé. Réessayez dans quelques minutes.",
      },
    },
  },
};
