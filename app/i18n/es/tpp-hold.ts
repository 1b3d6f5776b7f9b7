import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `${app} no puede pedir esto ahora`,
      happened: (app, bank) =>
        `Por ahora, ${bank} no deja pasar las solicitudes de ${app}. No tiene que ver con usted ni con sus cuentas.`,
    },
    held: {
      subject: (app, bank) => `${bank} ha suspendido ${app}`,
      all: (app, bank) =>
        `${bank} ha suspendido ${app} para todo el mundo. Por ahora, ${app} no puede ver sus cuentas ni hacer pagos.`,
      payments: (app, bank) =>
        `${bank} ha suspendido los pagos con ${app} para todo el mundo. Por ahora, ${app} no puede pagar desde sus cuentas.`,
      stays: "Lo que usted aceptó sigue como está, y puede detenerlo cuando quiera.",
      until: (moment) => `Esto dura hasta el ${moment}.`,
      open: "Le avisaremos cuando termine.",
    },
    back: {
      subject: (app) => `${app} ya no está en suspenso`,
      what: (app, bank) =>
        `${bank} ha terminado la suspensión de ${app}. Lo que usted aceptó con ${app} vuelve a funcionar como antes.`,
    },
  },
};
