import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Continuar en tu móvil",
    offered: {
      scan: "Escanea esto con la cámara de tu móvil.",
      picture: "Código QR que abre la página con el código",
      type: (address) => `O abre ${address} en tu móvil y escribe este código:`,
      lasts: "El código sirve una sola vez y durante dos minutos. Tendrás que iniciar sesión en el móvil.",
    },
    joined: { title: "Escribe este número en tu móvil", text: "Tu móvil te lo pide. Nadie más tiene que saberlo." },
    matched: { title: "Responde en tu móvil", text: "Esta página sigue sola cuando hayas respondido allí." },
    late: { title: "El código ya no vale", text: "No ha cambiado nada. Puedes pedir otro código o seguir aquí." },
    locked: {
      title: "El número se escribió mal tres veces",
      text: "Por tu seguridad, ya no puedes usar un móvil para esta petición. No ha cambiado nada y puedes seguir aquí.",
    },
    newCode: "Pedir otro código",
    goOnHere: "Mejor seguir aquí",
    code: { title: "Escribe el código de tu otra pantalla", label: "Código" },
    number: { title: "¿Qué número ves en tu otra pantalla?", label: "Número, dos cifras" },
    goOn: "Seguir",
    problem: "Hay un problema",
    problems: {
      "no-code": "Eso no es un código. Un código tiene ocho letras y números.",
      used: "Este código ya se usó. Pide otro en tu otra pantalla.",
      late: "Este código ya no vale. Pide otro en tu otra pantalla.",
      "another-customer": "Este código es de la petición de otra persona. No ha cambiado nada.",
      unknown: "No conocemos este código. Compruébalo o pide otro en tu otra pantalla.",
      "wrong-number": "Ese no es el número de tu otra pantalla. Míralo otra vez.",
      over: "No puedes seguir con esta petición en este dispositivo. No ha cambiado nada. Sigue en tu otra pantalla.",
    },
    close: "Tu otra pantalla sigue sola. Puedes cerrar esta página.",
  },
} satisfies Pick<Words, "secondDevice">;
