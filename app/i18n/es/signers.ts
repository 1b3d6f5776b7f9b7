import { plural } from "../plural";

export const signers = {
  signers: {
    needs: plural("es", { one: "Necesita # firma", other: "Necesita # firmas" }),
    next: (names: string) => `Puede firmar después: ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `En algunas de estas cuentas tiene que firmar más de una persona. Si elige una de ellas, se lo pedimos también a las demás. Ven esta solicitud y que usted ha dicho que sí. Tienen ${time}. No sale dinero antes de que hayan firmado bastantes de ustedes.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "Lo que usted permitió antes sigue hasta que hayan firmado bastantes de ustedes.",
    others: plural("es", {
      one: "También tiene que firmar # persona más.",
      other: "También tienen que firmar # personas más.",
    }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `Usted ha dicho que sí a la solicitud de ${app}. ${others} Lo pedimos ahora, con un plazo de ${time}.`,
    receipt: (app: string) =>
      `Usted ha dicho que sí a la solicitud de ${app}. También tienen que firmar otras personas, y este recibo es solo de su respuesta. No sale dinero antes de que hayan firmado bastantes de ustedes.`,
    notYet: "Todavía no. No sale dinero antes de que firmen las demás personas.",
    page: {
      intro: (who: string, app: string) =>
        `${who} ha dicho que sí a esta solicitud de ${app}. También hace falta su firma.`,
      account: "Cuenta desde la que se paga",
      who: "Quién ha firmado",
      progress: (received: string, required: string) => `Firmas: ${received} de ${required}`,
      signed: (name: string) => `${name}: ha firmado`,
      unsigned: (name: string) => `${name}: todavía no ha firmado`,
      you: (name: string) => `${name} (usted)`,
      due: (moment: string) => `Firme antes del ${moment}. Después, la solicitud termina.`,
      after:
        "Cuando hayan firmado bastantes de ustedes, el pago sigue. Si alguien no firma, termina y no se paga nada.",
      sign: (what: string) => `Firmar: ${what}`,
      once: "Una sola vez, en cuanto hayan firmado bastantes de ustedes",
      refuse: "No firmar",
      takeBack: "Retirar mi sí",
      takeBackAfter: "Si retira su sí, la solicitud termina para todas las personas.",
    },
    mine: {
      title: "Firmado por usted",
      nothing: "No ha firmado nada que hayan pedido otras personas.",
      teach: "Cuando firme una solicitud de otra persona, la encontrará aquí, con su estado.",
    },
    message: {
      waiting: {
        title: "Usted ha firmado",
        text: "Ahora esperamos a las demás personas. No tiene que hacer nada más.",
      },
      complete: { title: "Ya hay bastantes firmas", text: "La solicitud sigue. No tiene que hacer nada más." },
      "signer-declined": {
        title: "Esta solicitud ha terminado",
        text: "Una de las personas ha dicho que no. No se paga nada.",
      },
      "timed-out": {
        title: "Esta solicitud ha terminado",
        text: "No hubo bastantes firmas a tiempo. No se paga nada.",
      },
      ended: {
        title: "Esta solicitud ha terminado",
        text: "Se retiró o terminó antes de que todas las personas firmaran. No se paga nada.",
      },
      "lost-mandate": {
        title: "No puede firmar esto",
        text: "Ya no firma por esta cuenta. Si cree que es un error, llámenos.",
      },
      again: {
        title: "Léala otra vez",
        text: "No hemos podido aceptar su respuesta. Esta es la solicitud tal como está ahora. Léala y responda otra vez.",
      },
      locked: {
        title: "Ahora no puede firmar esto",
        text: "Lo que escribió era incorrecto demasiadas veces, así que no se ha firmado nada. Espere media hora, cierre la sesión y vuelva a entrar. Las demás personas todavía pueden firmar.",
      },
      unavailable: {
        title: "No podemos mostrar esto ahora",
        text: "No ha cambiado nada. Inténtelo de nuevo en unos minutos.",
      },
    },
  },
};
