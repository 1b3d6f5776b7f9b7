import type { Words } from "../words";

export const accountAccess = {
  accountAccess: {
    question: (app) => `Compartilhar as informações das suas contas com ${app}?`,
    between: "compartilharia informações com",
    appRole: "Pede para ver suas informações",
    willSee: (app) => `O que ${app} vai ver`,
    details: "Detalhes",
    cannotSee: (app) => `O que ${app} não pode ver nem fazer`,
    cannotDo: ["movimentar seu dinheiro", "ver sua senha"],
    see: (what) => `ver ${what}`,
    history: {
      between: (from, to) => `De ${from} a ${to}`,
      since: (from) => `Desde ${from}`,
      until: (to) => `Tudo o que guardamos até ${to}`,
      all: "Desde o registro mais antigo que guardamos",
      statements: (days) => `${days}. Só os extratos que ficam inteiramente nesse período.`,
    },
    why: "Por que pede",
    quoted: (purpose) => `“${purpose}”`,
    theirWords: (app) => `Nas palavras de ${app}`,
    noPurpose: (app) => `${app} não nos disse por quê.`,
    wholePurpose: "Ler tudo",
    howLong: "Até quando",
    until: (date) => `Até ${date}`,
    openEnded: "Até você interromper",
    openEndedNote: "Não há data de término.",
    choose: "Escolha as contas que quer compartilhar",
    chooseHint: (app) => `${app} só vai ver as contas que você marcar.`,
    /** Where there is one account alone. */
    chooseOne: "Escolha a conta que quer compartilhar",
    chooseHintOne: (app) => `${app} só vai ver a conta se você marcar.`,
    unavailable: "Contas que você não pode compartilhar assim",
    joint: (people) =>
      `Também pertence a ${people}. Se você compartilhar esta conta, compartilha também a parte dos outros.`,
    summary: (app, clusters, until) =>
      `Se você permitir, ${app} vai ver, para cada conta que você marcar, ${clusters}, ${until}.`,
    summaryOne: (app, clusters, until) =>
      `Se você permitir, ${app} vai ver, para a conta que você marcar, ${clusters}, ${until}.`,
    summaryUntil: (date) => `até ${date}`,
    summaryOpenEnded: "até você interromper",
    afterwards: "Como interromper",
    afterwardsText: (app, bank, phone) =>
      `Você pode interromper quando quiser. Faça isso na página dos seus aplicativos conectados em ${bank}, em ${app} ou ligue para nós no número ${phone}.`,
    allow: "Permitir compartilhamento",
    refuse: "Não permitir",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Ver um exemplo",
    hide: "Ocultar o exemplo",
    title: (account, number) => `De ${account} ${number}`,
    onlyYou: (app) =>
      `Agora só você vê isto, e olhar não envia nada para ${app}. Se você permitir, ${app} verá os nomes e números completos. Aqui alguns estão abreviados.`,
    none: "Não há nada para mostrar desta conta.",
    failed: "Não podemos mostrar um exemplo agora. Mesmo assim, você pode responder.",
    moneyIn: (amount) => `${amount} de entrada`,
    moneyOut: (amount) => `${amount} de saída`,
    balanceAfter: (amount) => `saldo depois ${amount}`,
    nextOn: (date) => `próxima vez em ${date}`,
    lastOn: (date) => `última vez em ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
