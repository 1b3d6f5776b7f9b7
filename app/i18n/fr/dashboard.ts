import type { Words } from "../words";

export const dashboard = {
  name: "Applis connectées par Open Banking",
  nav: "Vos pages",
  overview: "Aperçu",
  notices: "Avis",
  sessions: "Où votre session est ouverte",
  signOut: "Se déconnecter",
  help: "Besoin d’aide ?",
  home: {
    title: "Votre aperçu",
    waiting: "En attente de votre réponse",
    nothing: "Rien n’attend votre réponse.",
    teach:
      "Certains paiements et certaines connexions ont besoin de l’accord de plusieurs personnes. Quand il faut le vôtre, vous le trouvez ici.",
    from: (app) => `Demande de ${app}`,
    by: (moment) => `Répondez avant le ${moment}`,
    idle: "Pour vous protéger, nous vous déconnectons si vous ne faites rien ici pendant 5 minutes.",
  },
  where: {
    text: (bank) => `Il y a un endroit que vous ne connaissez pas ? Déconnectez-vous partout, puis appelez ${bank}.`,
    device: (browser, platform) => `${browser} sur ${platform}`,
    unknown: "Navigateur inconnu",
    here: "Vous êtes ici",
    since: (moment) => `Connexion : ${moment}`,
    end: (device) => `Se déconnecter : ${device}`,
    everywhere: "Se déconnecter partout",
    everywhereHint: "Cela vous déconnecte ici aussi. Les applis que vous avez connectées le restent.",
  },
  signedOut: {
    title: "Votre session est fermée",
    text: "Personne ne peut plus voir vos pages dans ce navigateur.",
    stillIn: "Se déconnecter ici ?",
    stillInText: "Pour revenir, il faudra vous connecter de nouveau.",
    signIn: "Se connecter",
  },
  notSignedIn: {
    cancelled: {
      title: "La connexion n’a pas eu lieu",
      text: "Rien n’a été changé. Vous pouvez vous connecter quand vous le souhaitez.",
    },
    failed: {
      title: "Nous n’avons pas pu vous connecter",
      text: "Cela peut arriver quand une page est restée ouverte trop longtemps ou a servi deux fois. Rien n’a été changé. Essayez de nouveau.",
    },
    unavailable: {
      title: "La connexion n’est pas possible pour le moment",
      text: "Rien n’a été changé. Essayez de nouveau dans quelques minutes.",
    },
    again: "Essayer de nouveau",
  },
} satisfies Words["dashboard"];
