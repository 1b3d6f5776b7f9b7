import type { Words } from "../words";

const START_AGAIN = "Retournez à l’application d’où vous venez et recommencez.";

export const pages = {
  home: {
    documentTitle: "Service de consentement",
    title: "Service de consentement",
    what: "Quand une application demande l’accès à vos comptes ou vous demande de payer, votre banque vous amène ici pour voir exactement ce qui est demandé, puis l’autoriser ou le refuser.",
    nothingToDo: "Il n’y a rien à faire sur cette page. Commencez dans l’application que vous voulez connecter.",
  },
  problem: {
    notFound: {
      title: "Il n’y a rien à voir ici",
      text: "L’adresse est peut-être incomplète, ou ce qu’elle indiquait n’est plus là.",
      whatToDo: "Si vous venez d’une application, retournez-y et recommencez.",
    },
    unreadable: {
      title: "Cette page ne peut pas prendre cette demande",
      text: "Ce qui est arrivé n’avait pas une forme que nous acceptons. Rien n’a été modifié et rien n’a été partagé.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "C’est trop gros",
      text: "C’est plus gros que ce que cette page accepte. Rien n’a été modifié et rien n’a été partagé.",
      whatToDo: "Revenez en arrière et choisissez un fichier plus petit. Un reçu fait au plus 256 Ko.",
    },
    foreign: {
      title: "Cette demande ne vient pas de notre propre page",
      text: "Pour vous protéger, nous n’y avons pas donné suite. Rien n’a été modifié et rien n’a été partagé.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "Ce service n’est pas disponible pour le moment",
      text: "Rien n’a été modifié et rien n’a été partagé.",
      whatToDo: "Réessayez dans quelques minutes.",
    },
    fault: {
      title: "Une erreur s’est produite de notre côté",
      text: "Nous n’avons pas pu terminer. Si vous veniez de faire un choix, il n’a peut-être pas été enregistré.",
      whatToDo: "Retournez à l’application d’où vous venez pour voir où en sont les choses, ou recommencez-y.",
    },
    reference: "Référence",
    referenceHint: "Donnez-la si vous appelez.",
  },
} satisfies Words["pages"];
