export const sharedTogether = {
  sharedTogether: {
    pending: (names: string, date: string) => `En attente : il faut aussi l’accord de ${names}, avant le ${date}`,
    pendingSome: (count: string, names: string, date: string) =>
      `En attente : il faut aussi l’accord de ${count} parmi ${names}, avant le ${date}`,
    alert: (time: string) =>
      `Pour certains de ces comptes, plusieurs personnes doivent être d’accord avant tout partage de données. Si vous en choisissez un, nous demandons aussi aux autres. Elles voient cette demande, que vous avez dit oui et ce que vous détenez ensemble, mais aucun de vos autres comptes. Elles ont ${time}. Rien n’est partagé, d’aucun des comptes choisis, avant que vous soyez assez nombreux à être d’accord.`,
    differentPeople:
      "Ces comptes demandent l’accord de personnes différentes. Choisissez ceux des mêmes personnes, et partagez les autres par une nouvelle demande dans l’application.",
    receipt: (app: string) =>
      `Vous avez dit oui à la demande de ${app}. D’autres personnes doivent aussi être d’accord, et ce reçu ne concerne que votre réponse. Rien n’est partagé avant que vous soyez assez nombreux à être d’accord.`,
    notYet: "Pas encore. Rien n’est partagé avant que les autres soient d’accord.",
    page: {
      account: "Ce que vous détenez ensemble",
      after:
        "Quand vous êtes assez nombreux à avoir signé, le partage commence. Si l’un de vous ne signe pas, la demande prend fin et rien n’est partagé.",
      afterAnswers:
        "Quand vous êtes assez nombreux à avoir signé, nous répondons oui ou non quand on nous le demande. Si l’un de vous ne signe pas, la demande prend fin et nous ne répondons rien.",
    },
    over: {
      "signer-declined": "L’un de vous a dit non. Rien n’est partagé.",
      "timed-out": "Vous n’avez pas été assez nombreux à signer à temps. Rien n’est partagé.",
      ended: "Elle a été retirée ou arrêtée avant que vous ayez tous signé. Rien n’est partagé.",
    },
  },
};
