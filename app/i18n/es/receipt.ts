import { plural } from "../plural";
import type { Words } from "../words";

export const receipt = {
  receipt: {
    title: "Recibo de su respuesta",
    link: "Obtener un recibo de su respuesta",
    yourAnswer: "Su respuesta",
    answeredOn: "Usted respondió el",
    app: "Aplicación",
    registration: "Registro de la aplicación",
    website: "Sitio web de la aplicación",
    ended: {
      title: "Recibo de una solicitud terminada",
      link: "Obtener un recibo",
      answer: "Cómo terminó",
      on: "Terminó el",
    },
    stopped: { title: "Recibo de lo que ha detenido", answer: "Lo que ha detenido", on: "Lo detuvo el" },
    report: "Su aviso",
    reportText: "Usted nos dijo que no esperaba esta solicitud.",
    canSee: (app) => `Lo que ${app} puede ver`,
    askedToSee: (app) => `Lo que ${app} solicitó ver`,
    askedFor: (app) => `Lo que solicitó ${app}`,
    pastShown: "Qué periodo abarca",
    howLong: "Hasta cuándo",
    accounts: plural("es", { one: "La cuenta que usted eligió", other: "Las cuentas que usted eligió" }),
    account: (name, kind, number) => `${name} (${kind} ${number})`,
    payment: "El pago",
    paymentRefused: "El pago que usted no hizo",
    amount: "Importe",
    payee: "Destinatario",
    payeeAccount: "Cuenta del destinatario",
    reference: "Concepto",
    stop: "Cómo detenerlo",
    noDetails: "Lo que se solicitó no se le mostró, así que no figura en este recibo.",
    record: "Sobre este recibo",
    bank: "Su banco",
    address: "Dirección",
    phone: "Teléfono",
    privacy: "Cómo usa su banco sus datos",
    basis: "Por qué su banco puede hacer esto",
    kept: "Cuánto tiempo conservamos el registro",
    years: plural("es", { one: "# año", other: "# años" }),
    where: "Dónde lo conservamos",
    law: "Qué ley se aplica",
    receiptId: "Número de recibo",
    consentId: "Número de solicitud",
    customerRef: "Número que le representa",
    words: "Versión de los textos",
    shown: "Código de la página que vio",
    asked: "Código de la solicitud",
    check: "Compruebe este recibo",
    code: "Código",
    codeHint: (address) =>
      `Quien tenga este recibo como archivo puede comprobarlo en ${address}. Debe aparecer este código.`,
    save: "Guárdelo",
    saveAs: { pdf: "Guardar como PDF", json: "Guardar como datos (JSON)" },
    back: "Volver a su respuesta",
  },

  record: {
    purpose: {
      "account-access": (app) => `Compartir información de cuentas con ${app}`,
      "variable-payments": (app) => `Dejar que ${app} cobre pagos con límites`,
      file: (app) => `Hacer los pagos de un archivo que envió ${app}`,
      "funds-confirmation": (app) => `Responder sí o no cuando ${app} pregunte si hay bastante dinero`,
      "standing-order": (app) => `Crear una orden permanente que solicitó ${app}`,
      payment: (app) => `Hacer un pago que solicitó ${app}`,
    },
    lawfulBasis: {
      "account-access":
        "La ley de servicios de pago: el banco debe dar a una aplicación el acceso que su cliente ha permitido. El consentimiento en sí se da a la aplicación.",
      "variable-payments":
        "La ley de servicios de pago y el contrato del banco con su cliente. El consentimiento se da a los pagos dentro de estos límites.",
      file: "La ley de servicios de pago y el contrato del banco con su cliente. El consentimiento se da a los pagos de este archivo.",
      "funds-confirmation":
        "La ley de servicios de pago: el banco tiene que responder sí o no cuando su cliente lo ha aceptado.",
      "standing-order":
        "La ley de servicios de pago y el contrato del banco con su cliente. El consentimiento se da para esta única orden permanente.",
      payment:
        "La ley de servicios de pago y el contrato del banco con su cliente. El consentimiento se da para este único pago.",
    },
    information: {
      "standing-order": "Una orden permanente: importes, días, destinatario y concepto",
      payment: "Un pago: importe, destinatario y concepto",
      "variable-payments": "Pagos con límites: importes, destinatario y concepto",
      file: "Un archivo de pagos: importes, destinatarios y conceptos",
      "funds-confirmation": "Si hay bastante dinero: sí o no",
    },
    withdrawal: {
      lasting: (app, bank, phone) =>
        `Deténgalo en la página de sus aplicaciones conectadas de ${bank}, en ${app} o llame al ${phone}. Tiene efecto inmediato.`,
      "standing-order": (_app, bank, phone) =>
        `Su banco puede detener los pagos que aún no se han hecho: llame a ${bank} al ${phone}.`,
      once: () => "Un pago que se ha aceptado no se puede detener aquí.",
    },
    withdrawn: "Usted lo detuvo. Para empezar de nuevo, hágalo en la aplicación.",
    nothingToWithdraw: "No se aceptó nada.",
    unknownApp: "Una aplicación que no dio su nombre",
    inRegister: (regulator, number) => `Consulte el registro ${regulator}, número ${number}`,
    notTold: "No se comunicó al banco",
  },

  check: {
    title: "Comprobar un recibo",
    what: "Averigüe si un recibo salió de nosotros y sigue diciendo lo que decía. No hace falta iniciar sesión.",
    file: "El archivo",
    fileHint: "El recibo tal como se guardó: PDF o JSON, de 256 kB como máximo.",
    or: "O péguelo",
    textHint: "El texto completo del archivo JSON.",
    check: "Comprobarlo",
    privacy: "Leemos lo que nos envía, respondemos y no conservamos nada.",
    problem: "Hay un problema",
    problems: {
      nothing: "Elija un archivo o pegue el texto de un recibo.",
      "too-large": "Es demasiado grande para ser un recibo. El límite es de 256 kB.",
    },
    genuine: {
      title: "Este recibo es auténtico",
      text: (bank, date) => `${bank} lo emitió el ${date} y desde entonces no ha cambiado nada en él.`,
      later:
        "Dice lo que se respondió ese día y nada de lo que pasó después. «Usted» es en él el cliente que respondió.",
      says: "Lo que dice",
    },
    notGenuine: {
      title: "Este recibo no es como lo emitimos",
      text: "Se cambió después de que lo emitiéramos, o nunca salió de nosotros. No se fíe de él.",
      hint: "Al imprimir o editar un archivo se crea otro distinto. Pruebe con el que se guardó desde nuestra página.",
    },
    noReceipt: {
      title: "Aquí no hay ningún recibo",
      text: "Lo buscamos en lo que nos envió y no encontramos ninguno. Eso no indica si se emitió un recibo.",
      hint: "Use el archivo PDF o JSON tal como se guardó desde nuestra página.",
    },
    again: "Comprobar otro",
  },
} satisfies Pick<Words, "receipt" | "record" | "check">;
