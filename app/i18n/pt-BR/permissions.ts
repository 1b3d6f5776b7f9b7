import type { Words } from "../words";

export const permissions = {
  clusters: {
    "account-details": { title: "Dados da conta", phrase: "os dados da conta" },
    transactions: { title: "Transações", phrase: "suas transações" },
    "regular-payments": { title: "Pagamentos regulares", phrase: "seus pagamentos regulares" },
    statements: { title: "Extratos", phrase: "seus extratos" },
    "features-and-benefits": {
      title: "Características e benefícios",
      phrase: "as características e os benefícios da conta",
    },
    "contact-and-party": { title: "Nomes e dados de contato", phrase: "os nomes e dados de contato" },
  },
  lines: {
    "accounts-basic": {
      short: "tipo de conta e moeda",
      full: "Que tipo de conta é, sua moeda e o nome que você deu a ela. Não o número.",
    },
    "accounts-detail": {
      short: "nome que consta na conta, código da agência e número da conta",
      full: "O nome que consta na conta, o código da agência e o número, o tipo, a moeda e o nome que você deu a ela.",
    },
    balances: {
      short: "saldo",
      full: "Quanto dinheiro há na conta e, se houver, o limite de cheque especial que você pode usar.",
    },
    "card-number": {
      short: "número completo do cartão",
      full: "Todos os dígitos do número do seu cartão. Alguns ainda podem ficar ocultos.",
    },
    "beneficiaries-basic": {
      short: "favorecidos que você salvou para pagar",
      full: "As pessoas e empresas que você salvou para pagar. Não os números das contas.",
    },
    "beneficiaries-detail": {
      short: "favorecidos que você salvou para pagar e os números das contas deles",
      full: "As pessoas e empresas que você salvou para pagar, com os números das contas.",
    },
    "standing-orders-basic": {
      short: "transferências recorrentes",
      full: "Suas transferências recorrentes: quanto e quando. Não os números das contas para onde vão.",
    },
    "standing-orders-detail": {
      short: "transferências recorrentes e para onde vão",
      full: "Suas transferências recorrentes: quanto, quando e o número da conta para onde vai cada uma.",
    },
    "direct-debits": {
      short: "débitos automáticos",
      full: "Seus débitos automáticos: quem cobra o dinheiro, com que frequência e quanto cobrou da última vez.",
    },
    "scheduled-payments-basic": {
      short: "pagamentos agendados",
      full: "Pagamentos que você agendou para outro dia: quanto e quando. Não os números das contas para onde vão.",
    },
    "scheduled-payments-detail": {
      short: "pagamentos agendados e para onde vão",
      full: "Pagamentos que você agendou para outro dia: quanto, quando e o número da conta para onde vai cada um.",
    },
    "transactions-basic-in": {
      short: "data e valor do dinheiro que entra",
      full: "A data e o valor cada vez que entra dinheiro. Não de quem veio.",
    },
    "transactions-basic-out": {
      short: "data e valor do dinheiro que sai",
      full: "A data e o valor cada vez que sai dinheiro. Não para quem foi.",
    },
    "transactions-basic-both": {
      short: "data e valor do dinheiro que entra e sai",
      full: "A data e o valor cada vez que entra ou sai dinheiro. Não quem pagou nem quem recebeu.",
    },
    "transactions-detail-in": {
      short: "dinheiro que entra, de quem vem e para que é",
      full: "Cada vez que entra dinheiro: a data, o valor, de quem veio, para que era e seu saldo depois.",
    },
    "transactions-detail-out": {
      short: "dinheiro que sai, para quem vai e para que é",
      full: "Cada vez que sai dinheiro: a data, o valor, para quem foi, para que era e seu saldo depois.",
    },
    "transactions-detail-both": {
      short: "dinheiro que entra e sai, de quem vem ou para quem vai e para que é",
      full: "Cada vez que entra ou sai dinheiro: a data, o valor, de quem veio ou para quem foi, para que era e seu saldo depois.",
    },
    "statements-basic": {
      short: "datas dos seus extratos",
      full: "Quando cada um dos seus extratos foi feito e que dias ele abrange. Não os totais.",
    },
    "statements-detail": {
      short: "seus extratos completos",
      full: "Seus extratos completos, com totais, tarifas e juros. Isso inclui os arquivos que você pode baixar.",
    },
    products: {
      short: "tarifas, juros e recompensas da sua conta",
      full: "Que tipo de conta você tem conosco: suas tarifas, encargos, juros e recompensas.",
    },
    offers: {
      short: "ofertas que fizemos a você",
      full: "Ofertas que fizemos a você para esta conta, como um limite maior.",
    },
    "party-holders": {
      short: "nome, endereço, telefone e e-mail de todos os titulares da conta",
      full: "O nome completo, o endereço, o telefone e o e-mail de cada titular da conta.",
    },
    "party-self": {
      short: "seu próprio nome, endereço, telefone e e-mail",
      full: "Seu próprio nome completo, endereço, telefone e e-mail.",
    },
  },
  othersNames: "Isso pode incluir nomes de outras pessoas.",
  othersNumbers: "Isso pode incluir nomes e números de conta de outras pessoas.",
  withheld: {
    "account-numbers": "o código da sua agência e o número da sua conta",
    balances: "quanto dinheiro você tem",
    "card-number": "o número completo do seu cartão",
    "saved-payees": "os favorecidos que você salvou para pagar",
    "payee-accounts": "os números das contas de quem você paga",
    "standing-orders": "suas transferências recorrentes",
    "direct-debits": "seus débitos automáticos",
    "scheduled-payments": "os pagamentos que você agendou",
    transactions: "suas transações",
    counterparties: "quem você pagou ou quem pagou você",
    "money-in": "o dinheiro que entra",
    "money-out": "o dinheiro que sai",
    statements: "seus extratos",
    products: "as condições da sua conta",
    offers: "as ofertas que fizemos a você",
    "party-holders": "os dados de contato dos outros titulares",
    "party-self": "seus próprios dados de contato",
  },
} satisfies Pick<Words, "clusters" | "lines" | "othersNames" | "othersNumbers" | "withheld">;
