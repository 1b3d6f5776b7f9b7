import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `${app} não pode pedir isso agora`,
      happened: (app, bank) =>
        `Por enquanto, ${bank} não deixa passar pedidos de ${app}. Isso não tem a ver com você nem com suas contas.`,
    },
    held: {
      subject: (app, bank) => `${bank} suspendeu ${app}`,
      all: (app, bank) =>
        `${bank} suspendeu ${app} para todos. Por enquanto, ${app} não pode ver suas contas nem fazer pagamentos.`,
      payments: (app, bank) =>
        `${bank} suspendeu os pagamentos com ${app} para todos. Por enquanto, ${app} não pode pagar com suas contas.`,
      stays: "O que você aceitou continua como está, e você pode parar a qualquer momento.",
      until: (moment) => `Isso dura até ${moment}.`,
      open: "Avisaremos quando isso terminar.",
    },
    back: {
      subject: (app) => `${app} não está mais em suspenso`,
      what: (app, bank) =>
        `${bank} encerrou a suspensão de ${app}. O que você aceitou com ${app} volta a funcionar como antes.`,
    },
  },
};
