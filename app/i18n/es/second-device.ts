import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Continuar en su móvil",
    offered: {
      scan: "Escanee esto con la cámara de su móvil.",
      picture: "Código QR que abre la página con el código",
      type: (address) => `O abra ${address} en su móvil y escriba este código:`,
      lasts: "El código sirve una sola vez y durante dos minutos. Tendrá que iniciar sesión en el móvil.",
    },
    joined: { title: "Escriba este número en su móvil", text: "Su móvil se lo pide. Nadie más tiene que saberlo." },
    matched: { title: "Responda en su móvil", text: "Esta página sigue sola cuando haya respondido allí." },
    late: { title: "El código ya no vale", text: "No ha cambiado nada. Puede pedir otro código o seguir aquí." },
    locked: {
      title: "El número se escribió mal tres veces",
      text: "Por su seguridad, ya no puede usar un móvil para esta solicitud. No ha cambiado nada y puede seguir aquí.",
    },
    newCode: "Pedir otro código",
    goOnHere: "Mejor seguir aquí",
    code: { title: "Escriba el código de su otra pantalla", label: "Código" },
    number: { title: "¿Qué número ve en su otra pantalla?", label: "Número, dos cifras" },
    goOn: "Seguir",
    problem: "Hay un problema",
    problems: {
      "no-code": "Eso no es un código. Un código tiene ocho letras y números.",
      used: "Este código ya se usó. Pida otro en su otra pantalla.",
      late: "Este código ya no vale. Pida otro en su otra pantalla.",
      "another-customer": "Este código es de la solicitud de otra persona. No ha cambiado nada.",
      unknown: "No conocemos este código. Compruébelo o pida otro en su otra pantalla.",
      "wrong-number": "Ese no es el número de su otra pantalla. Mírelo otra vez.",
      over: "No puede seguir con esta solicitud en este dispositivo. No ha cambiado nada. Siga en su otra pantalla.",
    },
    close: "Su otra pantalla sigue sola. Puede cerrar esta página.",
    decoupled: {
      check: {
        title: "Mire su otra pantalla",
        text: (message) => `Debe mostrar ${message}. Si muestra otra cosa, diga que no.`,
      },
      answered: "Ha respondido",
      carryOn: (app) => `Puede volver a su otra pantalla y seguir con ${app}.`,
      finish: "Terminar aquí",
    },
  },
} satisfies Pick<Words, "secondDevice">;
