import type { Words } from "../words";

export const dashboard = {
  name: "Aplicativos conectados por Open Banking",
  nav: "Suas páginas",
  overview: "Visão geral",
  notices: "Avisos",
  sessions: "Onde seu acesso está aberto",
  signOut: "Sair",
  help: "Precisa de ajuda?",
  home: {
    title: "Sua visão geral",
    waiting: "À espera da sua resposta",
    nothing: "Nada espera a sua resposta.",
    teach:
      "Alguns pagamentos e conexões precisam do sim de mais de uma pessoa. Quando precisarem do seu, você os encontra aqui.",
    from: (app) => `Pedido de ${app}`,
    by: (moment) => `Responda até ${moment}`,
    idle: "Para a sua segurança, encerramos o acesso se você não fizer nada aqui por 5 minutos.",
  },
  where: {
    text: (bank) => `Há um lugar que você não conhece? Saia de todos os lugares e ligue para ${bank}.`,
    device: (browser, platform) => `${browser} em ${platform}`,
    unknown: "Navegador desconhecido",
    here: "Você está aqui",
    since: (moment) => `Entrada: ${moment}`,
    end: (device) => `Sair: ${device}`,
    everywhere: "Sair de todos os lugares",
    everywhereHint: "Você sai daqui também. Os aplicativos que você conectou continuam conectados.",
  },
  signedOut: {
    title: "Você saiu",
    text: "Agora ninguém pode ver as suas páginas neste navegador.",
    stillIn: "Sair daqui?",
    stillInText: "Para voltar, você precisa entrar de novo.",
    signIn: "Entrar",
  },
  notSignedIn: {
    cancelled: {
      title: "Você não entrou",
      text: "Nada foi alterado. Você pode entrar quando quiser.",
    },
    failed: {
      title: "Não conseguimos abrir o seu acesso",
      text: "Isso pode acontecer quando uma página ficou aberta por muito tempo ou foi usada duas vezes. Nada foi alterado. Tente de novo.",
    },
    unavailable: {
      title: "Não é possível entrar agora",
      text: "Nada foi alterado. Tente de novo em alguns minutos.",
    },
    again: "Tentar de novo",
  },
} satisfies Words["dashboard"];
