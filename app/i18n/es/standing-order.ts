import { plural } from "../plural";
import type { Words } from "../words";

export const standingOrder = {
  rhythm: {
    day: "todos los días",
    workingDay: "cada día laborable, de lunes a viernes",
    days: plural("es", { one: "cada día", other: "cada # días" }),
    weeks: plural("es", { one: "cada semana", other: "cada # semanas" }),
    months: plural("es", { one: "cada mes", other: "cada # meses" }),
    weekday: (weekday) => `el ${weekday}`,
    date: (day) => `el día ${day}`,
    lastDay: "el último día",
    daysBeforeLast: plural("es", { one: "# día antes del último", other: "# días antes del último" }),
    weekdayOfMonth: [
      (weekday) => `el primer ${weekday}`,
      (weekday) => `el segundo ${weekday}`,
      (weekday) => `el tercer ${weekday}`,
      (weekday) => `el cuarto ${weekday}`,
      (weekday) => `el último ${weekday}`,
    ],
    quarterDays: (days) => `cada trimestre, el ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `¿Pagar ${amount} a ${payee} ${rhythm}?`,
    to: (payee, rhythm) => `a ${payee} ${rhythm}?`,
    details: "La orden permanente",
    howOften: "Con qué frecuencia",
    first: "Primer pago",
    regular: "Después, cada vez",
    last: "Último pago",
    payment: (amount, day) => `${amount} el ${day}`,
    next: "Los próximos pagos",
    howLong: "Cuánto tiempo",
    untilStopped: "Hasta que usted la detenga",
    payments: plural("es", { one: "# pago", other: "# pagos" }),
    lastOn: (payments, day) => `${payments}, el último el ${day}`,
    until: (day) => `El último pago es el ${day}`,
    cannot: (app) => `Lo que ${app} no puede hacer con esta orden permanente`,
    cannotDo: ["cobrar otros pagos", "cambiar el importe o los días", "ver su saldo", "ver su contraseña"],
    summary: (amount, payee, app, rhythm) =>
      `Si acepta, ${app} podrá crear una orden permanente de ${amount} a ${payee} desde la cuenta que usted elija: ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `Si acepta, ${app} podrá crear una orden permanente de ${amount} a ${payee} desde ${account}: ${rhythm}.`,
    firstIs: (amount, day) => `El primer pago es de ${amount}, el ${day}.`,
    lastIs: (amount) => `El último pago es de ${amount}.`,
    andThen: (before, amount) => `${before}, después ${amount}`,
    atLast: (before, amount) => `${before}, y ${amount} al final`,
    afterwardsText: (bank, phone) =>
      `Puede detener los pagos que aún no se han hecho: llame a ${bank} al ${phone}. Los que ya se hicieron no cambian.`,
    allow: (amount) => `Programar pagos de ${amount}`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
