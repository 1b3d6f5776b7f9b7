import { plural } from "../plural";
import type { Words } from "../words";

/** Saturday and Sunday are masculine. */
const isFeminine = (weekday: string) => weekday.endsWith("feira");
const at = (weekday: string) => (isFeminine(weekday) ? "na" : "no");
const nth = (stem: string, weekday: string) => `${stem}${isFeminine(weekday) ? "a" : "o"}`;

export const standingOrder = {
  rhythm: {
    day: "todos os dias",
    workingDay: "todo dia útil, de segunda a sexta",
    days: plural("pt-BR", { one: "todo dia", other: "a cada # dias" }),
    weeks: plural("pt-BR", { one: "toda semana", other: "a cada # semanas" }),
    months: plural("pt-BR", { one: "todo mês", other: "a cada # meses" }),
    weekday: (weekday) => `${at(weekday)} ${weekday}`,
    date: (day) => `no dia ${day}`,
    lastDay: "no último dia",
    daysBeforeLast: plural("pt-BR", { one: "# dia antes do último", other: "# dias antes do último" }),
    weekdayOfMonth: [
      (weekday) => `${at(weekday)} ${nth("primeir", weekday)} ${weekday}`,
      (weekday) => `${at(weekday)} ${nth("segund", weekday)} ${weekday}`,
      (weekday) => `${at(weekday)} ${nth("terceir", weekday)} ${weekday}`,
      (weekday) => `${at(weekday)} ${nth("quart", weekday)} ${weekday}`,
      (weekday) => `${at(weekday)} ${nth("últim", weekday)} ${weekday}`,
    ],
    quarterDays: (days) => `a cada trimestre, em ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `Pagar ${amount} para ${payee} ${rhythm}?`,
    to: (payee, rhythm) => `para ${payee} ${rhythm}?`,
    details: "O pagamento recorrente",
    howOften: "Com que frequência",
    first: "Primeiro pagamento",
    regular: "Depois, a cada vez",
    last: "Último pagamento",
    payment: (amount, day) => `${amount} em ${day}`,
    next: "Os próximos pagamentos",
    howLong: "Por quanto tempo",
    untilStopped: "Até você interromper",
    payments: plural("pt-BR", { one: "# pagamento", other: "# pagamentos" }),
    lastOn: (payments, day) => `${payments}, o último em ${day}`,
    until: (day) => `O último pagamento é em ${day}`,
    cannot: (app) => `O que ${app} não pode fazer com este pagamento recorrente`,
    cannotDo: ["cobrar outros pagamentos", "mudar o valor ou os dias", "ver seu saldo", "ver sua senha"],
    summary: (amount, payee, app, rhythm) =>
      `Se você aceitar, ${app} poderá criar um pagamento recorrente de ${amount} para ${payee} da conta que você escolher: ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `Se você aceitar, ${app} poderá criar um pagamento recorrente de ${amount} para ${payee} de ${account}: ${rhythm}.`,
    firstIs: (amount, day) => `O primeiro pagamento é de ${amount}, em ${day}.`,
    lastIs: (amount) => `O último pagamento é de ${amount}.`,
    andThen: (before, amount) => `${before}, depois ${amount}`,
    atLast: (before, amount) => `${before}, e ${amount} no final`,
    afterwardsText: (bank, phone) =>
      `Você pode interromper os pagamentos que ainda vão sair: ligue para ${bank} no número ${phone}. Os que já saíram não mudam.`,
    allow: (amount) => `Agendar pagamentos de ${amount}`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
