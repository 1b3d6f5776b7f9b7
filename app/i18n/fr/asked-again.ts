import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `Continuer à partager avec ${app} ?`,
      "variable-payments": (app: string) => `Continuer à laisser ${app} prélever des paiements ?`,
      "funds-confirmation": (app: string) => `Continuer à répondre à ${app} ?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `Partager à nouveau avec ${app} ?`,
      "variable-payments": (app: string) => `Laisser à nouveau ${app} prélever des paiements ?`,
      "funds-confirmation": (app: string) => `Répondre à nouveau à ${app} ?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "Rien ne change",
    given: (date: string) => `Vous l’avez autorisé le ${date}.`,
    stopped: (date: string) => `Vous l’avez autorisé le ${date}, puis cela a été arrêté.`,
    same: "Rien n’y est différent aujourd’hui.",
    notAll: "Tous les comptes ne vont plus",
    details: "Tout voir",
    accounts: (count: number): string => (count === 1 ? "Le même compte qu’avant" : "Les mêmes comptes qu’avant"),
    noChoice: "Il n’y a rien à choisir.",
    gone: (names: string) => `Vous ne pouvez plus utiliser ${names} pour cela.`,
    goneOthers: plural("fr", {
      one: "# compte d’avant n’est plus à vous.",
      many: "# comptes d’avant ne sont plus à vous.",
      other: "# comptes d’avant ne sont plus à vous.",
    }),
    chooseLeft: "Choisissez avec quoi continuer.",
    summary: {
      "account-access": (app: string, until: string) =>
        `Si vous l’autorisez, ${app} peut voir la même chose qu’avant, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `Si vous l’autorisez, ${app} peut prélever des paiements dans les mêmes limites qu’avant, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `Si vous l’autorisez, nous répondons oui ou non à ${app} comme avant, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Autoriser à nouveau",
    ifNot: "Si vous ne l’autorisez pas, tout reste comme maintenant.",
    ifNotStopped: "Si vous ne l’autorisez pas, cela reste arrêté.",
  },
  inItsPlace: {
    title: "Ceci remplace ce que vous avez autorisé avant",
    text: (app: string, date: string) =>
      `Vous avez dit oui à ${app} le ${date}. Si vous autorisez ceci, l’ancien accord prend fin. Sinon, l’ancien accord reste tel quel.`,
    ticked: "Les comptes d’avant sont cochés. Vous pouvez changer cela.",
    chosen: "Le compte d’avant est choisi. Vous pouvez changer cela.",
    taken: (app: string, amount: string, date: string) =>
      `Depuis le ${date}, ${app} a pris ${amount} dans les limites d’avant.`,
    countsAnew: (app: string) => `Ce que ${app} a déjà pris dans les limites d’avant ne compte pas dans celles-ci.`,
    noLonger: (app: string) => `Ce que ${app} ne verra plus`,
    tags: { new: "Nouveau", changed: "Modifié", removed: "Supprimé" },
    before: (text: string) => `Avant : ${text}`,
  },
  whatWasBefore: {
    stays: "Ce que vous avez autorisé avant reste tel quel.",
    staysStopped: "Ce qui était arrêté reste arrêté.",
    hasEnded: "Ce que vous avez autorisé avant a pris fin.",
    again: "Vous aviez déjà dit oui à la même chose le",
    insteadOf: "A remplacé votre oui du",
    notInsteadOf: "N’a pas remplacé votre oui du",
  },
};
