import { plural } from "../plural";
import type { Words } from "../words";

export const reminders = {
  soon: {
    subject: (app, day) => `Sua conexão com ${app} termina em ${day}`,
    what: (app, day) => `Você conectou ${app} até ${day}. Depois, a conexão para sozinha.`,
    renew: (app) => `Quer continuar? Renove em ${app}. Se não quiser, não precisa fazer nada.`,
  },
  list: {
    unread: plural("pt-BR", { one: "# aviso novo", other: "# avisos novos" }),
    news: plural("pt-BR", { one: "# novo", other: "# novos" }),
    isNew: "Novo",
    markAll: "Marcar tudo como lido",
    none: "Ainda não há avisos.",
    teach: "Quando algo acontece com o que você compartilha ou paga por um aplicativo, você encontra aqui.",
    older: "Avisos mais antigos",
    newest: "Avisos mais recentes",
  },
  settings: {
    title: "Como avisamos você",
    saved: "Suas escolhas foram salvas.",
    always: "O que sempre dizemos a você",
    alwaysText:
      "Quando um aplicativo recebe acesso, quando um acesso é pausado ou interrompido e quando você nos avisa de algo: dizemos na hora, aqui e por e-mail. Isso não pode ser desligado, para que ninguém possa esconder de você.",
    topics: {
      reminders: { title: "Um acesso termina em breve", hint: "30 dias, 7 dias e 1 dia antes do fim." },
      endings: {
        title: "Um acesso terminou",
        hint: "O prazo acabou, o aplicativo encerrou o acesso ou uma das suas contas não faz mais parte dele.",
      },
      requests: {
        title: "Pedidos",
        hint: "Um pedido precisa da sua assinatura, não recebeu todas as assinaturas ou não foi concluído.",
      },
    },
    ways: { "in-app": "Aqui, nos seus avisos", "e-mail": "Por e-mail" },
    quiet: {
      title: "Horário de silêncio",
      use: "Não me envie e-mails neste horário",
      hint: "Os e-mails esperam o horário terminar. O que sempre dizemos não espera. Todos os horários são do Reino Unido.",
      from: "Das",
      until: "Até",
      same: "Escolha duas horas diferentes para o horário de silêncio.",
    },
    apps: {
      title: "Lembretes de cada aplicativo",
      hint: "Desmarque onde você não quer lembretes.",
      remind: (app) => `Lembrar de ${app}`,
    },
    save: "Salvar",
  },
  take: {
    title: "Leve seus dados",
    text: "Todas as conexões e todos os pagamentos que você aceitou por aplicativos, com tudo o que aconteceu com eles, e seus avisos.",
    csv: "Como tabela (CSV)",
    json: "Para programas (JSON)",
    columns: { app: "Aplicativo", why: "Por quê", asked: "Pedido", ends: "Termina" },
    keepSafe: "Guarde o arquivo em lugar seguro: quem tem o arquivo pode ler.",
  },
} satisfies Words["reminders"];
