import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Continuar no seu celular",
    offered: {
      scan: "Aponte a câmera do seu celular para cá.",
      picture: "Código QR que abre a página com o código",
      type: (address) => `Ou abra ${address} no seu celular e digite este código:`,
      lasts: "O código vale uma vez só, por dois minutos. Você precisa entrar na sua conta no celular.",
    },
    joined: {
      title: "Digite este número no seu celular",
      text: "Seu celular pede o número. Ninguém mais precisa saber.",
    },
    matched: { title: "Responda no seu celular", text: "Esta página continua sozinha quando você responder lá." },
    late: { title: "O código não vale mais", text: "Nada mudou. Você pode pedir outro código ou continuar aqui." },
    locked: {
      title: "O número estava errado três vezes",
      text: "Para sua segurança, você não pode mais usar um celular neste pedido. Nada mudou, e você pode continuar aqui.",
    },
    newCode: "Pedir outro código",
    goOnHere: "Continuar aqui mesmo",
    code: { title: "Digite o código da sua outra tela", label: "Código" },
    number: { title: "Que número está na sua outra tela?", label: "Número, dois dígitos" },
    goOn: "Continuar",
    problem: "Há um problema",
    problems: {
      "no-code": "Isso não é um código. Um código tem oito letras e números.",
      used: "Este código já foi usado. Peça outro na sua outra tela.",
      late: "Este código não vale mais. Peça outro na sua outra tela.",
      "another-customer": "Este código é do pedido de outra pessoa. Nada mudou.",
      unknown: "Não conhecemos este código. Confira, ou peça outro na sua outra tela.",
      "wrong-number": "Esse não é o número da sua outra tela. Olhe de novo.",
      over: "Você não pode continuar este pedido neste aparelho. Nada mudou. Continue na sua outra tela.",
    },
    close: "Sua outra tela continua sozinha. Você pode fechar esta página.",
    decoupled: {
      check: {
        title: "Olhe para sua outra tela",
        text: (message) => `Ela deve mostrar ${message}. Se mostrar outra coisa, diga não.`,
      },
      answered: "Você respondeu",
      carryOn: (app) => `Você pode voltar à sua outra tela e continuar com ${app}.`,
      finish: "Terminar aqui",
    },
  },
} satisfies Pick<Words, "secondDevice">;
