import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("es", { one: "# pago", many: "# de pagos", other: "# pagos" }),
    inPayments: plural("es", { one: "en # pago?", many: "en # de pagos?", other: "en # pagos?" }),
    make: "¿Hacer",
    fromFile: "de este archivo?",
    question: (payments) => `¿Hacer ${payments} de este archivo?`,
    questionOfSum: (amount, inPayments) => `¿Pagar ${amount} ${inPayments}`,
    appRole: "Le solicita que haga estos pagos",
    details: "El archivo",
    count: "Pagos que contiene",
    total: "Importe total",
    totalIn: (currency) => `Importe total (${currency})`,
    reference: "Su concepto",
    when: (date) => `Una sola vez, el ${date}`,
    check: "Nuestra comprobación",
    checked: (app) =>
      `Nosotros mismos hemos contado y sumado los pagos. Es el archivo que nos anunció ${app}, y nada en él ha cambiado.`,
    hash: "Código del archivo",
    allRows: "Todos los pagos del archivo",
    firstRows: (count) => `Los diez primeros de ${count}`,
    rowReference: (reference) => `Concepto: ${reference}`,
    download: {
      link: "Ver todos los pagos en un archivo de hoja de cálculo",
      columns: { account: "Cuenta", currency: "Moneda" },
    },
    cannotDo: ["cambiar el archivo", "cobrar otros pagos", "ver su saldo", "ver su contraseña"],
    unavailable: "Cuentas que no puede usar para estos pagos",
    lowFunds: "Es menos que la suma de los pagos.",
    summary: (app, payments, amount) =>
      `Si acepta, ${app} podrá pedirnos que hagamos ${payments} desde la cuenta que usted elija, una sola vez. En total son ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `Si acepta, ${app} podrá pedirnos que hagamos ${payments} desde ${account}, una sola vez. En total son ${amount}.`,
    leaveOn: (day) => `Salen el ${day}.`,
    afterwardsText: "Una vez que acepte, no podrá detener estos pagos aquí. Compruebe antes los datos.",
    allow: (amount) => `Pagar ${amount}`,
  },
} satisfies Pick<Words, "filePayment">;
