import type { Words } from "../words";

export const wayOut = {
  refusal: {
    title: (refuse) => `${refuse} y decir por qué (opcional)`,
    hint: (app) => `Cada botón dice que no. No le decimos a ${app} el motivo.`,
    reasons: {
      "changed-mind": "He cambiado de idea",
      "asks-too-much": "Pide demasiado",
      "wrong-account": "No es el banco o la cuenta que quería",
      "not-recognised": "No reconozco esta solicitud",
      "other-reason": "Otro motivo",
    },
  },
  report: {
    button: "Detenerla y avisarnos",
    orCall: (bank) => `También puede llamar a ${bank} al`,
  },
  signedIn: {
    as: (name) => `Sesión iniciada como ${name}.`,
    other: "¿No es usted? Entrar como otra persona",
    title: "Entrar como otra persona",
    happened: "La solicitud sigue cuando usted inicie sesión de nuevo. Esta página ha terminado.",
    go: "Ir a iniciar sesión",
  },
  expiry: {
    until: (time) => `Puede responder hasta las ${time}.`,
    nearlyOver: (time) => `Su tiempo para responder termina a las ${time}.`,
    more: "Necesito más tiempo",
  },
  moment: {
    title: "Tómese un momento",
    intro: "Mostramos esta página antes de algunas solicitudes, vengan de quien vengan. Pregúntese:",
    checks: [
      "¿Ha empezado esto usted, en la aplicación?",
      "¿Le está diciendo alguien qué debe pulsar? Nosotros nunca lo hacemos, y la policía tampoco.",
      "¿Sabe qué va a recibir a cambio?",
    ],
    asked: "Qué se le pide",
    asker: "Quién lo pide",
    goOn: "Seguir a la solicitud",
  },
  reported: {
    title: "Nos ha avisado de esta solicitud",
    happened: {
      refused: "Nos ha dicho que no la esperaba. Hemos dicho que no por usted.",
      waiting: "Nos ha dicho que no la esperaba. Hemos guardado su no, y saldrá en cuanto nuestro sistema responda.",
      over: "Nos ha dicho que no la esperaba. La solicitud ya había terminado, así que no quedaba nada que rechazar.",
    },
    toDo: (bank, phone) =>
      `Puede cerrar esta página. Nuestro equipo antifraude lo va a revisar. Si le dio a alguien una contraseña o un código, llame ya a ${bank} al ${phone}.`,
    reference: "Número de aviso",
  },
} satisfies Pick<Words, "refusal" | "signedIn" | "report" | "expiry" | "moment" | "reported">;
