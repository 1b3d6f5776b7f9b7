import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "A la espera de una respuesta",
    active: "En curso",
    paused: { customer: "Pausa pedida por usted", bank: "Pausa puesta por nosotros" },
    stopping: "Deteniéndose",
    pausing: "Poniéndose en pausa",
    resuming: "Volviendo a funcionar",
    ended: "Fin",
    done: { sent: "Enviado para pagar", "set-up": "Puesto en marcha" },
    why: {
      expired: "Se acabó el plazo",
      unused: "No se usó durante mucho tiempo",
      "you-stopped": "Usted le puso fin",
      "you-asked-us": "Le pusimos fin porque usted nos lo pidió",
      "app-stopped": "La aplicación le puso fin",
      "bank-stopped": "Nosotros le pusimos fin",
      "app-not-authorised": "La aplicación ya no está autorizada para esto",
      "accounts-closed": "Las cuentas ya no sirven para esto",
      replaced: "Un nuevo acuerdo ocupó su lugar",
      refused: "Usted no lo permitió",
      "not-finished": "No llegó a completarse",
      used: "Se usó, y solo servía una vez",
      stopped: "Se le puso fin",
    },
  },
} satisfies Pick<Words, "standing">;
