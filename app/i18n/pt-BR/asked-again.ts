import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `Continuar compartilhando com ${app}?`,
      "variable-payments": (app: string) => `Continuar deixando ${app} cobrar pagamentos?`,
      "funds-confirmation": (app: string) => `Continuar respondendo a ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `Compartilhar de novo com ${app}?`,
      "variable-payments": (app: string) => `Deixar ${app} cobrar pagamentos de novo?`,
      "funds-confirmation": (app: string) => `Responder de novo a ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "Nada muda",
    given: (date: string) => `Você permitiu isso em ${date}.`,
    stopped: (date: string) => `Você permitiu isso em ${date}, e depois foi interrompido.`,
    same: "Nada está diferente agora.",
    notAll: "Nem todas as contas servem agora",
    details: "Ver tudo",
    accounts: (count: number): string => (count === 1 ? "A mesma conta de antes" : "As mesmas contas de antes"),
    noChoice: "Não há nada para escolher.",
    gone: (names: string) => `Você não pode mais usar ${names} para isso.`,
    goneOthers: plural("pt-BR", {
      one: "# conta de antes não é mais sua.",
      many: "# de contas de antes não são mais suas.",
      other: "# contas de antes não são mais suas.",
    }),
    chooseLeft: "Escolha com o que continuar.",
    summary: {
      "account-access": (app: string, until: string) =>
        `Se você permitir, ${app} pode ver o mesmo que antes, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `Se você permitir, ${app} pode cobrar pagamentos com os mesmos limites de antes, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `Se você permitir, respondemos sim ou não a ${app} como antes, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Permitir de novo",
    ifNot: "Se você não permitir, tudo fica como está agora.",
    ifNotStopped: "Se você não permitir, continua interrompido.",
  },
  inItsPlace: {
    title: "Isto substitui o que você permitiu antes",
    text: (app: string, date: string) =>
      `Você disse sim a ${app} em ${date}. Se permitir isto, aquilo termina. Se não, aquilo fica como está.`,
    ticked: "As contas de antes estão marcadas. Você pode mudar isso.",
    chosen: "A conta de antes está escolhida. Você pode mudar isso.",
    taken: (app: string, amount: string, date: string) =>
      `Desde ${date}, ${app} cobrou ${amount} dentro dos limites de antes.`,
    countsAnew: (app: string) => `O que ${app} já cobrou dentro dos limites de antes não conta para estes.`,
    noLonger: (app: string) => `O que ${app} não vai mais ver`,
    tags: { new: "Novo", changed: "Alterado", removed: "Removido" },
    before: (text: string) => `Antes: ${text}`,
  },
  whatWasBefore: {
    stays: "O que você permitiu antes fica como estava.",
    staysStopped: "O que estava interrompido continua interrompido.",
    hasEnded: "O que você permitiu antes terminou.",
    again: "Você já tinha dito sim ao mesmo em",
    insteadOf: "Substituiu o seu sim de",
    notInsteadOf: "Não substituiu o seu sim de",
  },
};
