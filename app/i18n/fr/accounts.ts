import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "Compte courant", savings: "Compte d’épargne", "credit-card": "Carte de crédit" },
    ending: (digits) => `se terminant par ${digits}`,
    balance: (amount) => `Solde ${amount}`,
    overdrawn: (amount) => `Découvert de ${amount}`,
    someoneElse: "quelqu’un d’autre",
    chosenOf: plural("fr", { one: "sur # compte dans votre choix", other: "sur # comptes dans votre choix" }),
    unavailable: {
      closed: { reason: "Ce compte est fermé.", remedy: "Choisissez un compte ouvert." },
      "cannot-share": {
        reason: "Nous ne pouvons pas partager ce type de compte.",
        remedy: "Choisissez un autre compte.",
      },
      "cannot-pay": {
        reason: "Vous ne pouvez pas payer d’autres personnes depuis ce compte.",
        remedy: "Utilisez un compte courant.",
      },
      "other-currency": {
        reason: "Il est dans une autre devise.",
        remedy: "Utilisez un compte dans la devise du paiement.",
      },
      "not-the-named-account": {
        reason: "L’application a indiqué un autre compte.",
        remedy: "Pour utiliser celui-ci, recommencez dans l’application.",
      },
      "needs-signatures": {
        reason: "Plusieurs personnes doivent signer pour ce compte : il faut une nouvelle demande dans l’application.",
        remedy: "Ou choisissez un autre compte.",
      },
    },
  },
  span: {
    days: plural("fr", { one: "# jour", many: "# de jours", other: "# jours" }),
    months: plural("fr", { many: "# de mois", other: "# mois" }),
    about: (span) => `environ ${span}`,
  },
  problems: {
    title: "Il y a un problème",
    "choose-an-account": "Choisissez au moins un compte.",
    "choose-the-account": "Choisissez le compte à débiter.",
    "choose-one-account": "Choisissez un seul compte. Un paiement part d’un seul compte.",
    "account-not-offered": "L’un des comptes ne peut pas être utilisé. Choisissez à nouveau dans la liste.",
    "request-changed": (app) => `${app} a modifié sa demande. Relisez-la, puis choisissez.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
