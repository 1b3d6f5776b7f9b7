import type { PageWords } from "./words.ts";

export const es: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "{app} le pide una respuesta",
    compare: "Mire la pantalla en la que usa {app}. Debe mostrar esto:",
    otherwise: "Si muestra otra cosa, o si no empezó usted esto, cierre esta página. Entonces no pasa nada.",
    signIn: "Iniciar sesión y ver la solicitud",
    answered: {
      title: "Puede cerrar esta página",
      text: "Ha respondido a esta solicitud. Aquí no queda nada por hacer.",
      next: "Puede continuar donde usa {app}.",
    },
    ranOut: {
      title: "Se acabó el tiempo para esta solicitud",
      text: "Nadie respondió a tiempo, así que no se compartió ni se pagó nada. Puede cerrar esta página.",
      next: "Si todavía lo quiere, puede empezar de nuevo donde usa {app}.",
    },
    after: {
      failure: "No hemos podido iniciar su sesión. Puede intentarlo de nuevo.",
      another: "Esta solicitud es para otra persona. Si es suya, inicie sesión con su propio nombre de usuario.",
      outage: "Ahora no podemos iniciar su sesión. Inténtelo de nuevo en un minuto.",
    },
  },
  error: {
    title: "No hemos podido continuar",
    why: "La solicitud que le trajo aquí no es válida, ya se ha usado o ha tardado demasiado.",
    nothingDone: "Este paso no ha compartido nada ni ha movido dinero.",
    again: "Para intentarlo de nuevo, vuelva a la aplicación o al sitio web de donde viene y empiece allí otra vez.",
    reference: "Referencia",
    code: "Código",
  },
};
