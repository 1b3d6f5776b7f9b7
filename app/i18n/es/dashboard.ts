import type { Words } from "../words";

export const dashboard = {
  name: "Aplicaciones conectadas por Open Banking",
  nav: "Sus páginas",
  overview: "Resumen",
  notices: "Avisos",
  sessions: "Dónde tiene la sesión iniciada",
  signOut: "Cerrar sesión",
  help: "¿Necesita ayuda?",
  home: {
    title: "Su resumen",
    waiting: "A la espera de su respuesta",
    nothing: "Nada espera su respuesta.",
    teach:
      "Algunos pagos y conexiones necesitan el sí de más de una persona. Cuando haga falta el suyo, lo encontrará aquí.",
    from: (app) => `Solicitud de ${app}`,
    by: (moment) => `Responda antes del ${moment}`,
    idle: "Para protegerle, cerramos su sesión si no hace nada aquí durante 5 minutos.",
  },
  where: {
    text: (bank) => `¿Hay un lugar que no conoce? Cierre la sesión en todas partes y llame a ${bank}.`,
    device: (browser, platform) => `${browser} en ${platform}`,
    unknown: "Navegador desconocido",
    here: "Usted está aquí",
    since: (moment) => `Inicio de sesión: ${moment}`,
    end: (device) => `Cerrar sesión: ${device}`,
    everywhere: "Cerrar sesión en todas partes",
    everywhereHint: "También se cierra aquí. Las aplicaciones que conectó siguen conectadas.",
  },
  signedOut: {
    title: "Ha cerrado la sesión",
    text: "Ahora nadie puede ver sus páginas en este navegador.",
    stillIn: "¿Cerrar la sesión aquí?",
    stillInText: "Para volver tendrá que iniciar sesión de nuevo.",
    signIn: "Iniciar sesión",
  },
  notSignedIn: {
    cancelled: {
      title: "No ha iniciado sesión",
      text: "No se ha cambiado nada. Puede iniciar sesión cuando quiera.",
    },
    failed: {
      title: "No hemos podido iniciar su sesión",
      text: "Puede ocurrir cuando una página estuvo abierta demasiado tiempo o se usó dos veces. No se ha cambiado nada. Inténtelo de nuevo.",
    },
    unavailable: {
      title: "Ahora no se puede iniciar sesión",
      text: "No se ha cambiado nada. Inténtelo de nuevo dentro de unos minutos.",
    },
    again: "Intentarlo de nuevo",
  },
} satisfies Words["dashboard"];
