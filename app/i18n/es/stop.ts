import type { Words } from "../words";

export const stop = {
  stop: {
    whatHappened: "Qué ha ocurrido",
    wasAnythingShared: "¿Se ha compartido algo?",
    wasAnythingPaid: "¿Se ha pagado algo?",
    whatToDo: "Qué hacer",
    reference: "Referencia",
    referenceHint: "Indíquela si llama.",
    nothingShared: "No. No se ha compartido nada.",
    nothingPaid: "No. No ha salido dinero de su cuenta.",
    nothingEither: "No a través de esta página. Si respondió antes, vale aquella respuesta.",
    theApp: "la aplicación",
    startAgain: (app) => `Vuelva a ${app} y empiece de nuevo.`,
    tryAgain: "Intentarlo de nuevo",
    lookAgain: "Leerlo de nuevo",
    goTo: (app) => `Ir a ${app}`,
    backTo: (app) => `Volver a ${app}`,
    decided: {
      title: { allowed: "Ya ha dicho que sí", refused: "Ya ha dicho que no" },
      happened: {
        "account-access": {
          allowed: (app) => `Usted permitió que ${app} viera la información de sus cuentas.`,
          refused: (app) => `Usted no permitió que ${app} viera la información de sus cuentas.`,
        },
        "variable-payments": {
          allowed: (app) => `Usted permitió que ${app} cobre pagos con límites.`,
          refused: (app) => `Usted no permitió que ${app} cobre pagos.`,
        },
        file: {
          allowed: (app) => `Usted aceptó los pagos del archivo que envió ${app}.`,
          refused: (app) => `Usted no aceptó los pagos del archivo que envió ${app}.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Usted permitió que respondamos sí o no cuando ${app} pregunte si hay bastante dinero.`,
          refused: (app) => `Usted no permitió que respondamos cuando ${app} pregunte si hay bastante dinero.`,
        },
        "standing-order": {
          allowed: (app) => `Usted aceptó la orden permanente que solicitó ${app}.`,
          refused: (app) => `Usted no aceptó la orden permanente que solicitó ${app}.`,
        },
        payment: {
          allowed: (app) => `Usted aceptó el pago que solicitó ${app}.`,
          refused: (app) => `Usted no aceptó el pago que solicitó ${app}.`,
        },
      },
      shared: {
        "account-access": "Usted lo permitió, así que se puede compartir.",
        "variable-payments": "Usted lo permitió, así que se pueden cobrar pagos dentro de los límites que vio.",
        file: "Usted lo aceptó, así que se puede pagar. No se puede pagar dos veces.",
        "funds-confirmation": "Usted lo permitió, así que podemos responder sí o no, y nada más.",
        "standing-order": "Usted la aceptó, así que se puede crear. No se puede crear dos veces.",
        payment: "Usted lo aceptó, así que se puede pagar. No se puede pagar dos veces.",
      },
      toDo: (app) => `Vale su primera respuesta y aquí no se puede cambiar. Vuelva a ${app} para continuar.`,
    },
    ended: {
      title: "Esta solicitud ha terminado",
      happened: {
        "no-eligible-account": (app) => `La solicitud de ${app} terminó porque ninguna de sus cuentas sirve para ella.`,
        "tpp-not-authorised": (app) =>
          `La solicitud de ${app} terminó porque no podíamos estar seguros de que estuviera permitida.`,
        "timed-out": (app) => `La solicitud de ${app} terminó porque se acabó su tiempo.`,
        technical: (app) => `La solicitud de ${app} terminó porque no podíamos mostrársela entera.`,
        "sca-failed": (app) => `La solicitud de ${app} terminó porque no pudimos estar seguros de que era usted.`,
      },
      toDo: (app) => `Aquí no hay nada más que hacer. Puede volver a ${app}.`,
      waiting: {
        title: "Estamos terminando esta solicitud",
        happened: "El sistema que lo transmite todavía no responde.",
        toDo: "Espere un minuto e inténtelo de nuevo. No tiene que responder nada.",
      },
    },
    expired: {
      title: "Se le ha acabado el tiempo para responder",
      happened: (app) => `La solicitud de ${app} solo estuvo abierta un tiempo breve. Ese tiempo ha terminado.`,
    },
    unknown: {
      title: "No podemos mostrar esta solicitud",
      happened: "El enlace no está completo, ya se usó o es demasiado antiguo.",
      toDo: "Vuelva a la aplicación de la que viene y empiece de nuevo.",
    },
    openedElsewhere: {
      title: "Esta solicitud está abierta en otro lugar",
      happened: "Se abrió en otro navegador o en otro dispositivo. Por su seguridad, solo funciona allí.",
      toDo: "Continúe allí, o vuelva a la aplicación y empiece de nuevo. Si no fue usted, llámenos.",
    },
    withdrawn: {
      title: (app) => `${app} ya no solicita esto`,
      happened: (app) => `${app} ha retirado su solicitud, o ya no se puede usar.`,
    },
    dayPassed: {
      title: "El día de este pago ya ha pasado",
      happened: (app) => `${app} ha solicitado un pago para un día que ya ha pasado.`,
    },
    rateExpired: {
      title: "El tipo de cambio ya no es válido",
      happened: (app) => `El tipo de la solicitud de ${app} solo era válido por poco tiempo. Ese tiempo ha terminado.`,
    },
    changed: {
      title: (app) => `${app} ha cambiado lo que solicita`,
      happened: "Lo que usted vio no es lo que se solicita ahora, así que no hemos atendido su respuesta.",
      toDo: "Lea la nueva solicitud antes de responder.",
    },
    unavailable: {
      title: "No podemos hacer esto en este momento",
      happened: "Uno de nuestros sistemas no responde.",
      toDo: (app) =>
        `Espere un minuto e inténtelo de nuevo. También puede volver a ${app} y empezar de nuevo más tarde.`,
    },
    notUnderstood: {
      title: "No podemos mostrar toda esta solicitud",
      happened: (app) => `${app} ha solicitado algo que no podemos explicarle. Por eso no lo dejamos pasar.`,
      toDo: (app) => `Hemos anotado el fallo. Vuelva a ${app}: solo desde allí se puede enviar una solicitud correcta.`,
    },
    requesterUnknown: {
      title: "No sabemos quién hace la solicitud",
      happened:
        "La aplicación que le trajo aquí no nos ha dado ningún nombre. No se puede decir que sí a quien no tiene nombre.",
      toDo: "Termine esta solicitud. Si no la empezó usted, llámenos.",
      end: "Terminar esta solicitud",
    },
    notInRegister: {
      title: (app) => `${app} no puede pedir esto ahora`,
      happened: (app) =>
        `Según el registro oficial, ${app} no puede ofrecer este servicio. Por eso no dejamos pasar la solicitud.`,
    },
    noAccount: {
      title: {
        "account-access": "No tiene ninguna cuenta que compartir",
        "variable-payments": "No tiene ninguna cuenta desde la que pagar",
        file: "No tiene ninguna cuenta desde la que pagar",
        "funds-confirmation": "No tiene ninguna cuenta por la que responder",
        "standing-order": "No tiene ninguna cuenta desde la que pagar",
        payment: "No tiene ninguna cuenta desde la que pagar",
      },
      happened: {
        "account-access": (app) =>
          `${app} ha solicitado ver información de cuentas, pero ninguna de las suyas se puede compartir.`,
        "variable-payments": (app) =>
          `${app} ha solicitado cobrar pagos, pero no se pueden hacer desde ninguna de sus cuentas.`,
        file: (app) => `${app} ha solicitado pagos, pero no se pueden hacer desde ninguna de sus cuentas.`,
        "funds-confirmation": (app) =>
          `${app} ha preguntado si hay bastante dinero, pero no podemos responder por ninguna de sus cuentas.`,
        "standing-order": (app) =>
          `${app} ha solicitado una orden permanente, pero no se puede pagar desde ninguna de sus cuentas.`,
        payment: (app) => `${app} ha solicitado un pago, pero no se puede hacer desde ninguna de sus cuentas.`,
      },
      toDo: (app) => `Vuelva a ${app}. Le comunicaremos allí que usted no siguió adelante.`,
      accounts: "Sus cuentas",
    },
    namedAccountNotYours: {
      title: "La cuenta indicada no es suya",
      happened: (app, number) =>
        `${app} ha solicitado pagar desde la cuenta ${number}. No es una de las cuentas que usted tiene con nosotros.`,
      toDo: (app) => `Vuelva a ${app} y elija allí una de sus propias cuentas.`,
    },
    namedAccountUnavailable: {
      title: "No puede pagar desde la cuenta indicada",
      happened: (app, number) => `${app} ha solicitado pagar desde su cuenta ${number}.`,
      toDo: (app) => `Vuelva a ${app} y elija allí otra cuenta.`,
    },
    leaving: {
      title: (app) => `Le llevamos de vuelta a ${app}`,
      happened: {
        "account-access": {
          allowed: (app) => `Usted permitió que ${app} viera lo que eligió.`,
          refused: (app) => `Usted no permitió que ${app} viera la información de sus cuentas.`,
        },
        "variable-payments": {
          allowed: (app) => `Usted permitió pagos con límites. ${app} ya puede cobrarlos.`,
          refused: (app) => `Usted no permitió que ${app} cobre pagos.`,
        },
        file: {
          allowed: (app) => `Usted aceptó los pagos. ${app} ya puede pedir que se hagan.`,
          refused: (app) => `Usted no aceptó los pagos que solicitó ${app}.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Usted permitió que respondamos sí o no cuando ${app} pregunte.`,
          refused: (app) => `Usted no permitió que respondamos cuando ${app} pregunte si hay bastante dinero.`,
        },
        "standing-order": {
          allowed: (app) => `Usted aceptó la orden permanente. ${app} ya puede crearla.`,
          refused: (app) => `Usted no aceptó la orden permanente que solicitó ${app}.`,
        },
        payment: {
          allowed: (app) => `Usted aceptó el pago. Ahora ${app} puede enviarlo.`,
          refused: (app) => `Usted no aceptó el pago que solicitó ${app}.`,
        },
      },
      toDo: "Si no ocurre nada, use el botón de abajo.",
    },
    recording: {
      title: "Tenemos su respuesta, pero todavía no se ha tramitado",
      happened: {
        allowed: "Usted dijo que sí. Guardamos su respuesta, pero el sistema que la pone en práctica no responde.",
        refused: "Usted dijo que no. Guardamos su respuesta, pero el sistema que la transmite no responde.",
      },
      nothingYet: {
        "account-access": "Todavía no. Hasta ahora no se ha compartido nada.",
        "variable-payments": "Todavía no. Hasta ahora no ha salido dinero de su cuenta.",
        file: "Todavía no. Hasta ahora no ha salido dinero de su cuenta.",
        "funds-confirmation": "Todavía no. Hasta ahora no se ha respondido nada.",
        "standing-order": "Todavía no. Hasta ahora no ha salido dinero de su cuenta.",
        payment: "Todavía no. Hasta ahora no ha salido dinero de su cuenta.",
      },
      toDo: "Espere un minuto e inténtelo de nuevo. Su respuesta sigue siendo la misma.",
    },
  },
} satisfies Pick<Words, "stop">;
