import { plural } from "../plural";
import type { Words } from "../words";

export const factor = {
  factor: {
    title: {
      "account-access": "Confirme que es usted",
      payment: "Confirme este pago",
      "standing-order": "Confirme esta orden permanente",
      "variable-payments": "Confirme estos pagos con límites",
      file: "Confirme los pagos de este archivo",
      "funds-confirmation": "Confirme que es usted",
    },
    intro: "Ha dicho que sí. Este último paso muestra que es usted de verdad.",
    account: "Cuenta",
    accounts: "Cuentas",
    until: (time) => `Confirme antes de las ${time}.`,
    passkey: {
      use: "Usar su llave de acceso",
      hint: "Su dispositivo le pide el dedo, la cara o el PIN.",
      failed: "No se ha usado su llave de acceso. Inténtelo otra vez o use un código.",
    },
    code: {
      send: (ending) => `Enviar un código al teléfono que termina en ${ending}`,
      sent: (ending) => `Hemos enviado un código al teléfono que termina en ${ending}.`,
      reference: (reference) => `El mensaje lleva la referencia ${reference}, para que sepa que es el correcto.`,
      worksUntil: (time) => `El código sirve hasta las ${time}.`,
      label: "Código del mensaje",
      again: "Enviar otro código",
      noMore: "No podemos enviar más códigos para esta solicitud.",
    },
    back: "Volver atrás",
    problems: {
      wrongCode: plural("es", {
        one: "Ese código no es correcto. Le queda # intento.",
        other: "Ese código no es correcto. Le quedan # intentos.",
      }),
      noCode: "Escriba los seis números del código.",
      codeOver: "Ese código ya no sirve. Envíe otro.",
      wrongPasskey: "No hemos podido comprobar esa llave de acceso. Inténtelo otra vez o use un código.",
      notSent: "No hemos podido enviar el código. Inténtelo otra vez dentro de un minuto.",
    },
    noWay: (bank, phone) =>
      `No tenemos ninguna llave de acceso ni ningún teléfono suyo, así que no podemos comprobar que es usted. Llame a ${bank} al ${phone}.`,
    over: {
      title: "Su tiempo para confirmar ha terminado",
      happened: "No ha confirmado a tiempo, así que su sí no cuenta.",
      toDo: "Léalo otra vez. Si sigue siendo correcto, diga que sí y confírmelo.",
    },
    message: (bank, question, code, time, reference) =>
      `${bank}: ${question} Su código es ${code}. Sirve hasta las ${time}. No se lo dé a nadie. Referencia ${reference}.`,
    receipt: {
      label: "Confirmado con",
      passkey: "Su llave de acceso",
      code: "Un código enviado a su teléfono",
    },
  },
} satisfies Partial<Words>;
