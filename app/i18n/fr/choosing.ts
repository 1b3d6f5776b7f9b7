import { plural } from "../plural";
import type { Words } from "../words";

export const choosing = {
  choosing: {
    find: "Trouver un compte",
    findHint: "Tapez une partie du nom, le type de compte, le titulaire ou les derniers chiffres.",
    search: "Rechercher",
    clear: "Effacer la recherche",
    found: plural("fr", { one: "# compte correspond.", other: "# comptes correspondent." }),
    noneFound: (text) => `Aucun compte ne correspond à « ${text} ».`,
    alsoChosen: "Aussi dans votre choix",
    chosenSoFar: "Dans votre choix jusqu’ici",
    tickAll: plural("fr", { one: "Cocher celui qui est affiché", other: "Cocher les # affichés" }),
    tickShownOf: (shown, total) => `Cocher les ${shown} affichés, sur ${total}`,
    untickAll: "Tout décocher",
    notShown: plural("fr", {
      one: "# compte n’est pas encore affiché.",
      other: "# comptes ne sont pas encore affichés.",
    }),
    more: plural("fr", { one: "En afficher # de plus", other: "En afficher # de plus" }),
    groups: { current: "Comptes courants", savings: "Comptes d’épargne", "credit-card": "Cartes de crédit" },
    whichProfile: "Parmi quels comptes voulez-vous choisir ?",
    profiles: { personal: "Comptes personnels", business: "Comptes professionnels" },
    instead: {
      personal: "Afficher plutôt les comptes personnels",
      business: "Afficher plutôt les comptes professionnels",
    },
    setAside: {
      personal: plural("fr", {
        one: "Vous avez aussi choisi # compte personnel. Ce choix est gardé, mais il ne fait pas partie de votre réponse ici.",
        other:
          "Vous avez aussi choisi # comptes personnels. Ce choix est gardé, mais il ne fait pas partie de votre réponse ici.",
      }),
      business: plural("fr", {
        one: "Vous avez aussi choisi # compte professionnel. Ce choix est gardé, mais il ne fait pas partie de votre réponse ici.",
        other:
          "Vous avez aussi choisi # comptes professionnels. Ce choix est gardé, mais il ne fait pas partie de votre réponse ici.",
      }),
    },
    profileFirst: "Dites d’abord parmi quels comptes vous voulez choisir.",
    unavailable: {
      closed: "Ces comptes sont fermés.",
      "cannot-share": "Nous ne pouvons pas partager ces types de compte.",
      "cannot-pay": "Vous ne pouvez pas payer d’autres personnes depuis ces comptes.",
      "other-currency": "Ils sont dans une autre devise.",
      "not-the-named-account": "L’application a indiqué un autre compte.",
      "needs-signatures":
        "Plusieurs personnes doivent signer pour ces comptes : il faut une nouvelle demande dans l’application.",
    },
    andMore: plural("fr", { one: "et # de plus", other: "et # de plus" }),
  },
  connection: {
    first: "Première connexion",
    before: (date) => `Connexion déjà faite, la dernière fois le ${date}`,
    beforeToday: "Connexion déjà faite, la dernière fois aujourd’hui",
    already: (app) => `Vous partagez déjà avec ${app}`,
    since: (date, what) => `Visible depuis le ${date} : ${what}.`,
    sinceOther: (date) => `Visible depuis le ${date} : d’autres informations.`,
    from: (accounts) => `Comptes : ${accounts}.`,
    more: plural("fr", { one: "Et # autre partage.", other: "Et # autres partages." }),
    whatNow: (app, bank, phone) =>
      `Si vous autorisez, cela s’ajoute à ce que vous partagez déjà. Vous pouvez garder les deux. Mettez fin à l’ancien dans ${app}, ou appelez ${bank} au ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
