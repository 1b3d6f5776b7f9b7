import { plural } from "../plural";
import type { Words } from "../words";

export const receipt = {
  receipt: {
    title: "Recibo da sua resposta",
    link: "Obter um recibo da sua resposta",
    yourAnswer: "Sua resposta",
    answeredOn: "Você respondeu em",
    app: "Aplicativo",
    registration: "Registro do aplicativo",
    website: "Site do aplicativo",
    ended: {
      title: "Recibo de um pedido que terminou",
      link: "Obter um recibo",
      answer: "Como terminou",
      on: "Terminou em",
    },
    stopped: { title: "Recibo do que você interrompeu", answer: "O que você interrompeu", on: "Você interrompeu em" },
    report: "Seu aviso",
    reportText: "Você nos disse que não esperava este pedido.",
    canSee: (app) => `O que ${app} pode ver`,
    askedToSee: (app) => `O que ${app} pediu para ver`,
    askedFor: (app) => `O que ${app} pediu`,
    pastShown: "Que período abrange",
    howLong: "Até quando",
    accounts: plural("pt-BR", { one: "A conta que você escolheu", other: "As contas que você escolheu" }),
    account: (name, kind, number) => `${name} (${kind} ${number})`,
    payment: "O pagamento",
    paymentRefused: "O pagamento que você não fez",
    amount: "Valor",
    payee: "Para",
    payeeAccount: "Conta de quem recebe",
    reference: "Descrição",
    stop: "Como interromper",
    noDetails: "O que foi pedido não foi mostrado a você, por isso não está neste recibo.",
    record: "Sobre este recibo",
    bank: "Seu banco",
    address: "Endereço",
    phone: "Telefone",
    privacy: "Como seu banco usa seus dados",
    basis: "Por que seu banco pode fazer isso",
    kept: "Por quanto tempo guardamos o registro",
    years: plural("pt-BR", { one: "# ano", other: "# anos" }),
    where: "Onde guardamos o registro",
    law: "Que lei se aplica",
    receiptId: "Número do recibo",
    consentId: "Número do pedido",
    customerRef: "Número que representa você",
    words: "Versão dos textos",
    shown: "Código da página que você viu",
    asked: "Código do pedido",
    check: "Confira este recibo",
    code: "Código",
    codeHint: (address) =>
      `Quem tiver este recibo como arquivo pode conferir em ${address}. Este código deve aparecer lá.`,
    save: "Salve o recibo",
    saveAs: { pdf: "Salvar como PDF", json: "Salvar como dados (JSON)" },
    back: "Voltar para sua resposta",
  },

  record: {
    purpose: {
      "account-access": (app) => `Compartilhar informações de contas com ${app}`,
      "variable-payments": (app) => `Deixar que ${app} faça cobranças dentro de limites`,
      file: (app) => `Fazer os pagamentos de um arquivo que ${app} enviou`,
      "funds-confirmation": (app) => `Responder sim ou não quando ${app} perguntar se há dinheiro suficiente`,
      "standing-order": (app) => `Criar um pagamento recorrente que ${app} pediu`,
      payment: (app) => `Fazer um pagamento que ${app} pediu`,
    },
    lawfulBasis: {
      "account-access":
        "A lei de serviços de pagamento: o banco deve dar a um aplicativo o acesso que o cliente permitiu. O consentimento em si é dado ao aplicativo.",
      "variable-payments":
        "A lei dos serviços de pagamento e o contrato do banco com seu cliente. O consentimento é dado aos pagamentos dentro destes limites.",
      file: "A lei dos serviços de pagamento e o contrato do banco com seu cliente. O consentimento é dado aos pagamentos deste arquivo.",
      "funds-confirmation":
        "A lei dos serviços de pagamento: o banco tem de responder sim ou não quando seu cliente aceitou isso.",
      "standing-order":
        "A lei de serviços de pagamento e o contrato do banco com o cliente. O consentimento é dado para este único pagamento recorrente.",
      payment:
        "A lei de serviços de pagamento e o contrato do banco com o cliente. O consentimento é dado para este único pagamento.",
    },
    information: {
      "standing-order": "Um pagamento recorrente: valores, dias, quem recebe e descrição",
      payment: "Um pagamento: valor, favorecido e descrição",
      "variable-payments": "Pagamentos dentro de limites: valores, quem recebe e descrição",
      file: "Um arquivo de pagamentos: valores, quem recebe e descrições",
      "funds-confirmation": "Se há dinheiro suficiente: sim ou não",
    },
    withdrawal: {
      lasting: (app, bank, phone) =>
        `Interrompa na página dos seus aplicativos conectados em ${bank}, em ${app} ou ligue para o número ${phone}. Vale na mesma hora.`,
      "standing-order": (_app, bank, phone) =>
        `Seu banco pode interromper os pagamentos que ainda vão sair: ligue para ${bank} no número ${phone}.`,
      once: () => "Um pagamento que foi aceito não pode ser interrompido aqui.",
    },
    withdrawn: "Você interrompeu. Para começar de novo, vá ao aplicativo.",
    nothingToWithdraw: "Nada foi aceito.",
    unknownApp: "Um aplicativo que não informou o nome",
    inRegister: (regulator, number) => `Consulte o registro ${regulator}, número ${number}`,
    notTold: "Não foi informado ao banco",
  },

  check: {
    title: "Conferir um recibo",
    what: "Descubra se um recibo saiu daqui e se ainda diz o que dizia. Não é preciso entrar na conta.",
    file: "O arquivo",
    fileHint: "O recibo como foi salvo: PDF ou JSON, com no máximo 256 kB.",
    or: "Ou cole o texto",
    textHint: "Todo o texto do arquivo JSON.",
    check: "Conferir",
    privacy: "Lemos o que você envia, respondemos e não guardamos nada.",
    problem: "Há um problema",
    problems: {
      nothing: "Escolha um arquivo ou cole o texto de um recibo.",
      "too-large": "Isso é grande demais para ser um recibo. O limite é 256 kB.",
    },
    genuine: {
      title: "Este recibo é verdadeiro",
      text: (bank, date) => `${bank} emitiu este recibo em ${date}, e nada nele mudou desde então.`,
      later:
        "Ele diz o que foi respondido naquele dia e nada sobre o que aconteceu depois. “Você”, nele, é o cliente que respondeu.",
      says: "O que ele diz",
    },
    notGenuine: {
      title: "Este recibo não está como foi emitido",
      text: "Ele foi alterado depois que o emitimos, ou nunca saiu daqui. Não confie nele.",
      hint: "Imprimir ou editar um arquivo cria outro arquivo. Tente com o que foi salvo na nossa página.",
    },
    noReceipt: {
      title: "Não há nenhum recibo aqui",
      text: "Procuramos um recibo no que você enviou e não encontramos. Isso não indica se um recibo foi emitido.",
      hint: "Use o arquivo PDF ou JSON como foi salvo na nossa página.",
    },
    again: "Conferir outro",
  },
} satisfies Pick<Words, "receipt" | "record" | "check">;
