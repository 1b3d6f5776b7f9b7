import { plural } from "../plural";
import type { Words } from "../words";

export const reminders = {
  soon: {
    subject: (app, day) => `Votre connexion à ${app} se termine le ${day}`,
    what: (app, day) => `Vous avez connecté ${app} jusqu’au ${day}. Ensuite, la connexion s’arrête d’elle-même.`,
    renew: (app) => `Voulez-vous la garder ? Renouvelez-la dans ${app}. Sinon, vous n’avez rien à faire.`,
  },
  list: {
    unread: plural("fr", { one: "# nouvel avis", other: "# nouveaux avis" }),
    news: plural("fr", { one: "# nouveau", other: "# nouveaux" }),
    isNew: "Nouveau",
    markAll: "Tout marquer comme lu",
    none: "Il n’y a pas encore d’avis.",
    teach:
      "Quand il se passe quelque chose avec ce que vous partagez ou payez par une application, vous le trouvez ici.",
    older: "Avis plus anciens",
    newest: "Avis les plus récents",
  },
  settings: {
    title: "Comment nous vous prévenons",
    saved: "Vos choix sont enregistrés.",
    always: "Ce que nous vous disons toujours",
    alwaysText:
      "Quand une application obtient un accès, quand un accès est suspendu ou arrêté et quand vous signalez quelque chose : nous vous le disons tout de suite, ici et par e-mail. Cela ne peut pas être désactivé, pour que personne ne puisse vous le cacher.",
    topics: {
      reminders: { title: "Un accès se termine bientôt", hint: "30 jours, 7 jours et 1 jour avant la fin." },
      endings: {
        title: "Un accès est terminé",
        hint: "Sa durée est passée, l’application y a mis fin, ou l’un de vos comptes n’en fait plus partie.",
      },
      requests: {
        title: "Demandes",
        hint: "Une demande a besoin de votre signature, n’a pas reçu toutes les signatures ou n’a pas abouti.",
      },
    },
    ways: { "in-app": "Ici, dans vos avis", "e-mail": "Par e-mail" },
    quiet: {
      title: "Heures calmes",
      use: "Ne m’envoyez pas d’e-mail pendant ces heures",
      hint: "Les e-mails attendent qu’elles se terminent. Ce que nous vous disons toujours n’attend pas. Toutes les heures sont à l’heure du Royaume-Uni.",
      from: "De",
      until: "À",
      same: "Choisissez deux heures différentes pour vos heures calmes.",
    },
    apps: {
      title: "Rappels pour chaque application",
      hint: "Décochez celles pour lesquelles vous ne voulez pas de rappel.",
      remind: (app) => `Me rappeler ${app}`,
    },
    save: "Enregistrer",
  },
  take: {
    title: "Emporter vos données",
    text: "Toutes les connexions et tous les paiements que vous avez acceptés par des applications, avec tout ce qui en est advenu, et vos avis.",
    csv: "En tableau (CSV)",
    json: "Pour les programmes (JSON)",
    columns: { app: "Application", why: "Pourquoi", asked: "Demandé", ends: "Se termine" },
    keepSafe: "Gardez le fichier en lieu sûr : qui l’a peut le lire.",
  },
} satisfies Words["reminders"];
