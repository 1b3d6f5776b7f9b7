import type { Words } from "../words";

const START_AGAIN = "Vuelva a la aplicación que le trajo aquí y empiece de nuevo.";

export const pages = {
  home: {
    documentTitle: "Servicio de consentimiento",
    title: "Servicio de consentimiento",
    what: "Cuando una aplicación solicita acceso a sus cuentas o le solicita un pago, su banco le trae aquí para que vea exactamente qué se solicita y lo permita o lo rechace.",
    nothingToDo: "En esta página no hay nada que hacer. Empiece en la aplicación que quiere conectar.",
  },
  problem: {
    notFound: {
      title: "Aquí no hay nada que mostrar",
      text: "Puede que la dirección esté incompleta o que lo que había en ella ya no esté.",
      whatToDo: "Si le trajo aquí una aplicación, vuelva a ella y empiece de nuevo.",
    },
    unreadable: {
      title: "Esta página no puede aceptar esa solicitud",
      text: "Lo que llegó no tenía una forma que aceptemos. No se ha cambiado nada ni se ha compartido nada.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "Es demasiado grande",
      text: "Es mayor de lo que admite esta página. No se ha cambiado nada ni se ha compartido nada.",
      whatToDo: "Vuelva atrás y elija un archivo más pequeño. Un recibo ocupa como máximo 256 kB.",
    },
    foreign: {
      title: "Esta solicitud no vino de nuestra propia página",
      text: "Para protegerle, no la hemos atendido. No se ha cambiado nada ni se ha compartido nada.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "Este servicio no está disponible en este momento",
      text: "No se ha cambiado nada ni se ha compartido nada.",
      whatToDo: "Inténtelo de nuevo dentro de unos minutos.",
    },
    fault: {
      title: "Algo ha fallado por nuestra parte",
      text: "No hemos podido terminar. Si acababa de elegir, puede que su elección no se haya guardado.",
      whatToDo: "Vuelva a la aplicación que le trajo aquí para ver cómo está todo, o empiece de nuevo allí.",
    },
    reference: "Referencia",
    referenceHint: "Indíquela si llama.",
  },
} satisfies Words["pages"];
