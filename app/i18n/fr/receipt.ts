import { plural } from "../plural";
import type { Words } from "../words";

export const receipt = {
  receipt: {
    title: "Reçu de votre réponse",
    link: "Obtenir un reçu de votre réponse",
    yourAnswer: "Votre réponse",
    answeredOn: "Vous avez répondu le",
    app: "Application",
    registration: "Son inscription",
    website: "Son site web",
    ended: {
      title: "Reçu d’une demande terminée",
      link: "Obtenir un reçu",
      answer: "Comment elle s’est terminée",
      on: "Terminée le",
    },
    stopped: {
      title: "Reçu pour ce que vous avez arrêté",
      answer: "Ce que vous avez arrêté",
      on: "Vous y avez mis fin le",
    },
    report: "Votre signalement",
    reportText: "Vous nous avez dit que vous n’attendiez pas cette demande.",
    canSee: (app) => `Ce qui est visible pour ${app}`,
    askedToSee: (app) => `Ce qu’a demandé à voir ${app}`,
    askedFor: (app) => `Ce que demandait ${app}`,
    pastShown: "Jusqu’où dans le passé",
    howLong: "Durée",
    accounts: (count) => (count === 1 ? "Le compte que vous avez choisi" : "Les comptes que vous avez choisis"),
    account: (name, kind, number) => `${name} (${kind} ${number})`,
    payment: "Le paiement",
    paymentRefused: "Le paiement que vous n’avez pas fait",
    amount: "Montant",
    payee: "À",
    payeeAccount: "Compte du bénéficiaire",
    reference: "Référence",
    stop: "Comment y mettre fin",
    noDetails: "Ce qui était demandé ne vous a pas été montré, donc ce reçu ne l’indique pas.",
    record: "À propos de ce reçu",
    bank: "Votre banque",
    address: "Adresse",
    phone: "Téléphone",
    privacy: "Comment votre banque utilise vos données",
    basis: "Pourquoi votre banque en a le droit",
    kept: "Combien de temps nous gardons la trace",
    years: plural("fr", { one: "# an", many: "# d’années", other: "# ans" }),
    where: "Où nous la gardons",
    law: "Quelle loi s’applique",
    receiptId: "Numéro du reçu",
    consentId: "Numéro de la demande",
    customerRef: "Numéro qui vous représente",
    words: "Version des textes",
    shown: "Code de la page que vous avez vue",
    asked: "Code de la demande",
    check: "Vérifier ce reçu",
    code: "Code de vérification",
    codeHint: (address) =>
      `Toute personne qui a ce reçu sous forme de fichier peut le vérifier à l’adresse ${address}. Ce code doit s’y afficher.`,
    save: "L’enregistrer",
    saveAs: { pdf: "Enregistrer en PDF", json: "Enregistrer comme données (JSON)" },
    back: "Revenir à votre réponse",
  },

  record: {
    purpose: {
      "account-access": (app) => `Partager des informations de compte avec ${app}`,
      "variable-payments": (app) => `Laisser ${app} prélever des paiements dans des limites`,
      file: (app) => `Faire les paiements du fichier envoyé par ${app}`,
      "funds-confirmation": (app) => `Répondre oui ou non quand ${app} demande s’il y a assez d’argent`,
      "standing-order": (app) => `Mettre en place un ordre permanent demandé par ${app}`,
      payment: (app) => `Faire un paiement demandé par ${app}`,
    },
    lawfulBasis: {
      "account-access":
        "La loi sur les services de paiement : la banque doit donner à une application l’accès que la personne cliente a autorisé. Le consentement lui-même est donné à l’application.",
      "variable-payments":
        "Le droit des services de paiement et le contrat de la banque avec son client. Le consentement porte sur des paiements dans ces limites.",
      file: "Le droit des services de paiement et le contrat de la banque avec son client. Le consentement porte sur les paiements de ce fichier.",
      "funds-confirmation":
        "Le droit des services de paiement : la banque doit répondre oui ou non quand son client a donné son accord.",
      "standing-order":
        "La loi sur les services de paiement, et le contrat entre la banque et la personne cliente. Le consentement est donné pour ce seul ordre permanent.",
      payment:
        "La loi sur les services de paiement, et le contrat entre la banque et la personne cliente. Le consentement est donné pour ce seul paiement.",
    },
    information: {
      "standing-order": "Un ordre permanent : montants, jours, bénéficiaire et référence",
      payment: "Un paiement : montant, bénéficiaire et référence",
      "variable-payments": "Des paiements dans des limites : montants, bénéficiaire et référence",
      file: "Un fichier de paiements : montants, bénéficiaires et références",
      "funds-confirmation": "S’il y a assez d’argent : oui ou non",
    },
    withdrawal: {
      lasting: (app, bank, phone) =>
        `Mettez-y fin sur la page de vos applis connectées chez ${bank}, dans ${app}, ou appelez le ${phone}. L’effet est immédiat.`,
      "standing-order": (_app, bank, phone) =>
        `Votre banque peut arrêter les paiements à venir : appelez ${bank} au ${phone}.`,
      once: () => "Un paiement qui a reçu un accord ne peut pas être arrêté ici.",
    },
    withdrawn: "Vous y avez mis fin. Pour recommencer, allez dans l’appli.",
    nothingToWithdraw: "Aucun accord n’a été donné.",
    unknownApp: "Une application sans nom",
    inRegister: (regulator, number) => `Voir le registre de l’autorité ${regulator}, numéro ${number}`,
    notTold: "Non communiqué à la banque",
  },

  check: {
    title: "Vérifier un reçu",
    what: "Vérifiez si un reçu vient de nous et dit toujours ce qu’il disait. Vous n’avez pas besoin de vous connecter.",
    file: "Le fichier",
    fileHint: "Le reçu tel qu’il a été enregistré : PDF ou JSON, 256 Ko au plus.",
    or: "Ou collez-le",
    textHint: "Le texte entier du fichier JSON.",
    check: "Vérifier",
    privacy: "Nous lisons ce que vous envoyez, nous répondons, et nous ne gardons rien.",
    problem: "Il y a un problème",
    problems: {
      nothing: "Choisissez un fichier, ou collez le texte d’un reçu.",
      "too-large": "C’est trop gros pour être un reçu. La limite est de 256 Ko.",
    },
    genuine: {
      title: "Ce reçu est authentique",
      text: (bank, date) => `Ce reçu a été émis par ${bank} le ${date}, et rien n’y a été modifié depuis.`,
      later:
        "Il dit ce qui a été répondu ce jour-là, et rien de ce qui s’est passé depuis. Le mot « vous » y désigne la personne qui a répondu.",
      says: "Ce qu’il dit",
    },
    notGenuine: {
      title: "Ce n’est pas un reçu tel que nous l’avons émis",
      text: "Il a été modifié après son émission, ou il n’est jamais venu de nous. Ne vous y fiez pas.",
      hint: "Imprimer ou modifier un fichier en fait un autre fichier. Essayez celui qui a été enregistré depuis notre page.",
    },
    noReceipt: {
      title: "Il n’y a pas de reçu ici",
      text: "Nous en avons cherché un dans ce que vous avez envoyé, sans en trouver. Cela ne dit pas si un reçu a été émis.",
      hint: "Utilisez le fichier PDF ou JSON tel qu’il a été enregistré depuis notre page.",
    },
    again: "En vérifier un autre",
  },
} satisfies Pick<Words, "receipt" | "record" | "check">;
