import type { Words } from "../words";

export const permissions = {
  clusters: {
    "account-details": { title: "Datos de la cuenta", phrase: "los datos de la cuenta" },
    transactions: { title: "Movimientos", phrase: "sus movimientos" },
    "regular-payments": { title: "Pagos periódicos", phrase: "sus pagos periódicos" },
    statements: { title: "Extractos", phrase: "sus extractos" },
    "features-and-benefits": {
      title: "Características y ventajas",
      phrase: "las características y ventajas de la cuenta",
    },
    "contact-and-party": { title: "Nombres y datos de contacto", phrase: "los nombres y datos de contacto" },
  },
  lines: {
    "accounts-basic": {
      short: "tipo de cuenta y divisa",
      full: "Qué tipo de cuenta es, su divisa y el nombre que usted le dio. No su número.",
    },
    "accounts-detail": {
      short: "nombre que figura en la cuenta, código de sucursal y número de cuenta",
      full: "El nombre que figura en la cuenta, su código de sucursal y su número, su tipo, su divisa y el nombre que usted le dio.",
    },
    balances: {
      short: "saldo",
      full: "Cuánto dinero hay en la cuenta y, si lo hay, el descubierto que usted puede usar.",
    },
    "card-number": {
      short: "número completo de la tarjeta",
      full: "Todas las cifras del número de su tarjeta. Puede que algunas sigan ocultas.",
    },
    "beneficiaries-basic": {
      short: "destinatarios de pagos que tiene guardados",
      full: "Las personas y empresas que ha guardado para pagarles. No sus números de cuenta.",
    },
    "beneficiaries-detail": {
      short: "destinatarios de pagos que tiene guardados y sus números de cuenta",
      full: "Las personas y empresas que ha guardado para pagarles, con sus números de cuenta.",
    },
    "standing-orders-basic": {
      short: "transferencias periódicas",
      full: "Sus transferencias periódicas: cuánto y cuándo. No los números de cuenta a los que van.",
    },
    "standing-orders-detail": {
      short: "transferencias periódicas y adónde van",
      full: "Sus transferencias periódicas: cuánto, cuándo y el número de cuenta al que va cada una.",
    },
    "direct-debits": {
      short: "recibos domiciliados",
      full: "Sus recibos domiciliados: quién cobra el dinero, cada cuánto y cuánto cobró la última vez.",
    },
    "scheduled-payments-basic": {
      short: "pagos programados para más adelante",
      full: "Los pagos que ha programado para otro día: cuánto y cuándo. No los números de cuenta a los que van.",
    },
    "scheduled-payments-detail": {
      short: "pagos programados para más adelante y adónde van",
      full: "Los pagos que ha programado para otro día: cuánto, cuándo y el número de cuenta al que va cada uno.",
    },
    "transactions-basic-in": {
      short: "fecha e importe del dinero que entra",
      full: "La fecha y el importe cada vez que entra dinero. No de quién viene.",
    },
    "transactions-basic-out": {
      short: "fecha e importe del dinero que sale",
      full: "La fecha y el importe cada vez que sale dinero. No a quién va.",
    },
    "transactions-basic-both": {
      short: "fecha e importe del dinero que entra y sale",
      full: "La fecha y el importe cada vez que entra o sale dinero. No quién pagó ni quién cobró.",
    },
    "transactions-detail-in": {
      short: "dinero que entra, de quién viene y por qué concepto",
      full: "Cada vez que entra dinero: la fecha, el importe, de quién vino, por qué concepto y su saldo después.",
    },
    "transactions-detail-out": {
      short: "dinero que sale, a quién va y por qué concepto",
      full: "Cada vez que sale dinero: la fecha, el importe, a quién fue, por qué concepto y su saldo después.",
    },
    "transactions-detail-both": {
      short: "dinero que entra y sale, de quién viene o a quién va y por qué concepto",
      full: "Cada vez que entra o sale dinero: la fecha, el importe, de quién vino o a quién fue, por qué concepto y su saldo después.",
    },
    "statements-basic": {
      short: "fechas de sus extractos",
      full: "Cuándo se hizo cada uno de sus extractos y qué días abarca. No los totales.",
    },
    "statements-detail": {
      short: "sus extractos completos",
      full: "Sus extractos completos, con totales, comisiones e intereses. Incluye los archivos que se pueden descargar.",
    },
    products: {
      short: "comisiones, intereses y recompensas de su cuenta",
      full: "Qué tipo de cuenta tiene con nosotros: sus comisiones, gastos, intereses y recompensas.",
    },
    offers: {
      short: "ofertas que le hemos hecho",
      full: "Ofertas que le hemos hecho para esta cuenta, como un límite más alto.",
    },
    "party-holders": {
      short: "nombre, dirección, teléfono y correo electrónico de todos los titulares de la cuenta",
      full: "El nombre completo, la dirección, el teléfono y el correo electrónico de cada titular de la cuenta.",
    },
    "party-self": {
      short: "su propio nombre, dirección, teléfono y correo electrónico",
      full: "Su propio nombre completo, su dirección, su teléfono y su correo electrónico.",
    },
  },
  othersNames: "Esto puede incluir nombres de otras personas.",
  othersNumbers: "Esto puede incluir nombres y números de cuenta de otras personas.",
  withheld: {
    "account-numbers": "su código de sucursal y su número de cuenta",
    balances: "cuánto dinero tiene",
    "card-number": "el número completo de su tarjeta",
    "saved-payees": "los destinatarios de pagos que tiene guardados",
    "payee-accounts": "los números de cuenta de las personas a las que paga",
    "standing-orders": "sus transferencias periódicas",
    "direct-debits": "sus recibos domiciliados",
    "scheduled-payments": "los pagos que ha programado para más adelante",
    transactions: "sus movimientos",
    counterparties: "a quién ha pagado o quién le ha pagado",
    "money-in": "el dinero que entra",
    "money-out": "el dinero que sale",
    statements: "sus extractos",
    products: "las condiciones de su cuenta",
    offers: "las ofertas que le hemos hecho",
    "party-holders": "los datos de contacto de los otros titulares",
    "party-self": "sus propios datos de contacto",
  },
} satisfies Pick<Words, "clusters" | "lines" | "othersNames" | "othersNumbers" | "withheld">;
