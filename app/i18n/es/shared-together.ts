export const sharedTogether = {
  sharedTogether: {
    pending: (names: string, date: string) => `Pendiente: también hace falta ${names}, antes del ${date}`,
    pendingSome: (count: string, names: string, date: string) =>
      `Pendiente: también hacen falta ${count} de ${names}, antes del ${date}`,
    alert: (time: string) =>
      `En algunas de estas cuentas, más de una persona tiene que estar de acuerdo antes de que se compartan datos. Si elige una de ellas, se lo pedimos también a las demás. Ven esta solicitud, que usted ha dicho que sí y lo que tienen en común, pero ninguna de sus otras cuentas. Tienen ${time}. No se comparte nada de ninguna cuenta elegida antes de que bastantes de ustedes estén de acuerdo.`,
    differentPeople:
      "Estas cuentas necesitan el acuerdo de personas distintas. Elija las de las mismas personas y comparta las otras con una nueva solicitud en la aplicación.",
    receipt: (app: string) =>
      `Usted ha dicho que sí a la solicitud de ${app}. También tienen que estar de acuerdo otras personas, y este recibo es solo de su respuesta. No se comparte nada antes de que bastantes de ustedes estén de acuerdo.`,
    notYet: "Todavía no. No se comparte nada antes de que las demás personas estén de acuerdo.",
    page: {
      account: "Lo que tienen en común",
      after:
        "Cuando hayan firmado bastantes de ustedes, se empieza a compartir. Si alguien no firma, la solicitud termina y no se comparte nada.",
      afterAnswers:
        "Cuando hayan firmado bastantes de ustedes, responderemos sí o no cuando nos pregunten. Si alguien no firma, la solicitud termina y no se responde nada.",
    },
    over: {
      "signer-declined": "Una de las personas ha dicho que no. No se comparte nada.",
      "timed-out": "No hubo bastantes firmas a tiempo. No se comparte nada.",
      ended: "Se retiró o terminó antes de que todas las personas firmaran. No se comparte nada.",
    },
  },
};
