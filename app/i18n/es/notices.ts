import { plural } from "../plural";
import type { Words } from "../words";

export const notices = {
  anApp: "una aplicación",
  when: (moment) => `Ocurrió el ${moment}.`,
  accounts: plural("es", { one: "Se comparte una de sus cuentas.", other: "Se comparten # de sus cuentas." }),
  until: (date) => `Termina el ${date}.`,
  openEnded: "No tiene fecha de fin: dura hasta que usted lo detenga.",
  amount: (amount) => `El importe es de ${amount}.`,
  report: (reference) =>
    `También nos dijo que no la esperaba. Su aviso tiene el número ${reference}. Indíquelo si llama.`,
  noLinks: "Este mensaje no lleva enlaces, para que nadie pueda engañarle con uno parecido.",
  notYou: (bank, phone) => `Si no ha sido usted, llame a ${bank} al ${phone}.`,
  questions: (bank, phone) => `Si tiene preguntas, llame a ${bank} al ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) => (payment ? `Ha permitido un pago con ${app}` : `Ha conectado ${app}`),
      what: ({ app, bank, payment }) =>
        payment
          ? `Usted ha permitido que ${app} inicie un pago desde su cuenta en ${bank}.`
          : `Usted ha permitido que ${app} vea información de sus cuentas en ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `Ha rechazado la solicitud de ${app}`,
      what: ({ app, payment }) =>
        payment
          ? `Usted ha rechazado un pago que solicitó ${app}. No se ha enviado dinero.`
          : `Usted no ha permitido que ${app} acceda a sus cuentas. No se ha compartido nada.`,
    },
    failed: {
      subject: ({ app }) => `Una solicitud de ${app} no ha salido adelante`,
      what: ({ app, payment }) =>
        `Una solicitud de ${app} terminó sin que usted la aceptara. ${payment ? "No se ha enviado dinero." : "No se ha compartido nada."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `Una solicitud de ${app} necesita su firma`,
      what: ({ app }) =>
        `Una solicitud de ${app} necesita también su firma. No pasa nada antes de que usted la vea y responda.`,
    },
    "not-signed": {
      subject: ({ app }) => `Una solicitud de ${app} no tiene todas las firmas`,
      what: ({ app, payment }) =>
        `Una solicitud de ${app} no ha recibido todas las firmas que necesitaba. ${payment ? "No se ha enviado dinero." : "No se ha compartido nada."}`,
    },
    renewed: {
      subject: ({ app }) => `Su conexión con ${app} se ha renovado o ha cambiado`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `Usted ha renovado o cambiado lo que ${app} puede hacer en ${bank}.`
          : `Se ha renovado o ha cambiado lo que ${app} puede hacer en ${bank}.`,
    },
    paused: {
      subject: ({ app }) => `Su conexión con ${app} está en pausa`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Usted" : bank} ha puesto en pausa ${app}. Mientras dure la pausa, ${app} no puede usar sus cuentas.`,
    },
    resumed: {
      subject: ({ app }) => `Su conexión con ${app} vuelve a funcionar`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Usted" : bank} ha terminado la pausa de ${app}. La aplicación puede usar sus cuentas de nuevo.`,
    },
    stopped: {
      subject: ({ app }) => `Ha detenido ${app}`,
      what: ({ app, bank }) =>
        `Usted ha detenido una conexión con ${app}. La aplicación ya no puede usar así sus cuentas en ${bank}.`,
    },
    withdrawn: {
      subject: ({ app }) => `${app} ha terminado su conexión`,
      what: ({ app, bank }) => `${app} ha terminado por su parte el acceso a las cuentas que usted tiene en ${bank}.`,
    },
    ended: {
      subject: ({ app }) => `Su conexión con ${app} ha terminado`,
      what: ({ app, bank }) => `${bank} ha terminado el acceso de ${app}. La aplicación ya no puede usar sus cuentas.`,
    },
    expired: {
      subject: ({ app }) => `Su conexión con ${app} ha vencido`,
      what: ({ app, bank }) =>
        `Ha terminado el plazo durante el que usted permitió que ${app} usara sus cuentas en ${bank}.`,
    },
    "account-left": {
      subject: ({ app }) => `${app} ya no puede usar una de sus cuentas`,
      what: ({ app, bank }) =>
        `Una de sus cuentas en ${bank} ya no está abierta a ${app}. Las demás siguen como antes.`,
    },
    "account-stopped": {
      subject: ({ app }) => `Ha dejado de compartir una cuenta con ${app}`,
      what: ({ app, bank }) =>
        `${app} ya no ve una de sus cuentas en ${bank}, porque usted lo ha detenido. Sigue viendo las demás.`,
    },
    reconnected: {
      subject: ({ app }) => `Ha vuelto a conectar ${app}`,
      what: ({ app, bank }) => `Usted ha permitido de nuevo que ${app} use sus cuentas en ${bank}.`,
    },
  },
} satisfies Words["notices"];
