import { plural } from "../plural";
import type { Words } from "../words";

export const standingOrder = {
  rhythm: {
    day: "tous les jours",
    workingDay: "chaque jour ouvré, du lundi au vendredi",
    days: plural("fr", { one: "chaque jour", other: "tous les # jours" }),
    weeks: plural("fr", { one: "chaque semaine", other: "toutes les # semaines" }),
    months: plural("fr", { one: "chaque mois", other: "tous les # mois" }),
    weekday: (weekday) => `le ${weekday}`,
    date: (day) => `le ${day === 1 ? "1er" : day}`,
    lastDay: "le dernier jour",
    daysBeforeLast: plural("fr", { one: "# jour avant le dernier", other: "# jours avant le dernier" }),
    weekdayOfMonth: [
      (weekday) => `le premier ${weekday}`,
      (weekday) => `le deuxième ${weekday}`,
      (weekday) => `le troisième ${weekday}`,
      (weekday) => `le quatrième ${weekday}`,
      (weekday) => `le dernier ${weekday}`,
    ],
    quarterDays: (days) => `chaque trimestre, les ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `Payer ${amount} à ${payee} ${rhythm} ?`,
    to: (payee, rhythm) => `à ${payee} ${rhythm} ?`,
    details: "L’ordre permanent",
    howOften: "À quel rythme",
    first: "Premier paiement",
    regular: "Ensuite, chaque fois",
    last: "Dernier paiement",
    payment: (amount, day) => `${amount} le ${day}`,
    next: "Les prochains paiements",
    howLong: "Pendant combien de temps",
    untilStopped: "Jusqu’à ce que vous y mettiez fin",
    payments: plural("fr", { one: "# paiement", other: "# paiements" }),
    lastOn: (payments, day) => `${payments}, le dernier le ${day}`,
    until: (day) => `Le dernier paiement est le ${day}`,
    cannot: (app) => `Ce que ne pourra pas faire ${app} avec cet ordre permanent`,
    cannotDo: [
      "prélever un autre paiement",
      "changer le montant ou les jours",
      "voir votre solde",
      "voir votre mot de passe",
    ],
    summary: (amount, payee, app, rhythm) =>
      `Si vous donnez votre accord, ${app} peut mettre en place un ordre permanent de ${amount} à ${payee} depuis le compte que vous choisissez : ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `Si vous donnez votre accord, ${app} peut mettre en place un ordre permanent de ${amount} à ${payee} depuis le compte « ${account} » : ${rhythm}.`,
    firstIs: (amount, day) => `Le premier paiement est de ${amount}, le ${day}.`,
    lastIs: (amount) => `Le dernier paiement est de ${amount}.`,
    andThen: (before, amount) => `${before}, puis ${amount}`,
    atLast: (before, amount) => `${before}, et ${amount} à la fin`,
    afterwardsText: (bank, phone) =>
      `Vous pouvez arrêter les paiements à venir : appelez ${bank} au ${phone}. Les paiements déjà faits restent faits.`,
    allow: (amount) => `Prévoir des paiements de ${amount}`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
