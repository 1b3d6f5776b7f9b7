import { plural } from "../plural";
import type { Words } from "../words";

export const notices = {
  anApp: "une application",
  when: (moment) => `Cela s’est passé le ${moment}.`,
  accounts: plural("fr", { one: "Un de vos comptes est visible.", other: "# de vos comptes sont visibles." }),
  until: (date) => `Cela se termine le ${date}.`,
  openEnded: "Il n’y a pas de date de fin : cela dure jusqu’à ce que vous y mettiez fin.",
  amount: (amount) => `Le montant est de ${amount}.`,
  report: (reference) =>
    `Vous nous avez aussi dit que vous ne l’attendiez pas. Votre signalement porte le numéro ${reference}. Donnez-le si vous appelez.`,
  noLinks: "Ce message ne contient pas de lien, pour que personne ne puisse vous tromper avec un message semblable.",
  notYou: (bank, phone) => `Si ce n’était pas vous, appelez ${bank} au ${phone}.`,
  questions: (bank, phone) => `Si vous avez des questions, appelez ${bank} au ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) =>
        payment ? `Vous avez autorisé un paiement avec ${app}` : `Vous avez connecté ${app}`,
      what: ({ app, bank, payment }) =>
        payment
          ? `Vous avez autorisé ${app} à lancer un paiement depuis votre compte chez ${bank}.`
          : `Vous avez autorisé ${app} à voir des informations sur vos comptes chez ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `Vous avez dit non à ${app}`,
      what: ({ app, payment }) =>
        payment
          ? `Vous avez refusé un paiement demandé par ${app}. Aucun argent n’a été envoyé.`
          : `Vous avez refusé à ${app} l’accès à vos comptes. Rien n’a été partagé.`,
    },
    failed: {
      subject: ({ app }) => `Une demande faite par ${app} n’a pas abouti`,
      what: ({ app, payment }) =>
        `Une demande faite par ${app} s’est terminée sans votre oui. ${payment ? "Aucun argent n’a été envoyé." : "Rien n’a été partagé."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `Une demande faite par ${app} a besoin de votre signature`,
      what: ({ app }) =>
        `Une demande faite par ${app} a aussi besoin de votre signature. Rien ne se passe avant que vous l’ayez vue et que vous ayez répondu.`,
    },
    "not-signed": {
      subject: ({ app }) => `Une demande faite par ${app} n’a pas été signée par tous`,
      what: ({ app, payment }) =>
        `Une demande faite par ${app} n’a pas reçu toutes les signatures nécessaires. ${payment ? "Aucun argent n’a été envoyé." : "Rien n’a été partagé."}`,
    },
    renewed: {
      subject: ({ app }) => `Votre connexion à ${app} a été renouvelée ou modifiée`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `Vous avez renouvelé ou modifié ce que peut faire ${app} chez ${bank}.`
          : `Ce que peut faire ${app} chez ${bank} a été renouvelé ou modifié.`,
    },
    paused: {
      subject: ({ app }) => `Votre connexion à ${app} est en pause`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Vous avez" : `${bank} a`} mis en pause la connexion à ${app}. Pendant la pause, ${app} ne peut pas utiliser vos comptes.`,
    },
    resumed: {
      subject: ({ app }) => `Votre connexion à ${app} fonctionne à nouveau`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Vous avez" : `${bank} a`} mis fin à la pause pour ${app}. Vos comptes sont à nouveau utilisables par ${app}.`,
    },
    stopped: {
      subject: ({ app }) => `Vous avez mis fin à votre connexion à ${app}`,
      what: ({ app, bank }) =>
        `Vous avez mis fin à votre connexion à ${app}. Vos comptes chez ${bank} ne sont plus accessibles par ce moyen.`,
    },
    withdrawn: {
      subject: ({ app }) => `${app} a mis fin à sa connexion`,
      what: ({ app, bank }) => `${app} a mis fin à son propre accès à vos comptes chez ${bank}.`,
    },
    ended: {
      subject: ({ app }) => `Votre connexion à ${app} est terminée`,
      what: ({ app, bank }) =>
        `${bank} a mis fin à l’accès accordé à ${app}. Vos comptes ne sont plus accessibles par ce moyen.`,
    },
    expired: {
      subject: ({ app }) => `Votre connexion à ${app} a expiré`,
      what: ({ app, bank }) =>
        `La durée pendant laquelle vous avez autorisé ${app} à utiliser vos comptes chez ${bank} est terminée.`,
    },
    "account-left": {
      subject: ({ app }) => `${app} ne peut plus utiliser l’un de vos comptes`,
      what: ({ app, bank }) =>
        `L’un de vos comptes chez ${bank} n’est plus ouvert à ${app}. Les autres le sont, comme avant.`,
    },
    "account-stopped": {
      subject: ({ app }) => `Vous avez cessé de partager un compte avec ${app}`,
      what: ({ app, bank }) =>
        `${app} ne voit plus l’un de vos comptes chez ${bank}, car vous y avez mis fin. Les autres restent visibles, comme avant.`,
    },
    reconnected: {
      subject: ({ app }) => `Vous avez reconnecté ${app}`,
      what: ({ app, bank }) => `Vous avez à nouveau autorisé ${app} à utiliser vos comptes chez ${bank}.`,
    },
  },
} satisfies Words["notices"];
