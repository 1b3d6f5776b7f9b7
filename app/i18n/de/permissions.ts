import type { Words } from "../words";

/** `phrase` and `withheld` are accusatives: both are what is seen. */
export const permissions = {
  clusters: {
    "account-details": { title: "Kontodaten", phrase: "Ihre Kontodaten" },
    transactions: { title: "Umsätze", phrase: "Ihre Umsätze" },
    "regular-payments": { title: "Regelmäßige Zahlungen", phrase: "Ihre regelmäßigen Zahlungen" },
    statements: { title: "Kontoauszüge", phrase: "Ihre Kontoauszüge" },
    "features-and-benefits": {
      title: "Leistungen und Vorteile",
      phrase: "die Leistungen und Vorteile Ihres Kontos",
    },
    "contact-and-party": { title: "Namen und Kontaktdaten", phrase: "Namen und Kontaktdaten" },
  },
  lines: {
    "accounts-basic": {
      short: "Kontoart und Währung",
      full: "Die Art des Kontos, seine Währung und der Name, den Sie ihm gegeben haben. Nicht seine Nummer.",
    },
    "accounts-detail": {
      short: "Name auf dem Konto, Bankleitzahl und Kontonummer",
      full: "Der Name, auf den das Konto läuft, Bankleitzahl und Kontonummer, seine Art, seine Währung und der Name, den Sie ihm gegeben haben.",
    },
    balances: {
      short: "Kontostand",
      full: "Wie viel Geld auf dem Konto ist und ob und wie weit Sie es überziehen können.",
    },
    "card-number": {
      short: "vollständige Kartennummer",
      full: "Alle Ziffern Ihrer Kartennummer. Einige können trotzdem verdeckt sein.",
    },
    "beneficiaries-basic": {
      short: "gespeicherte Empfänger",
      full: "Die Personen und Firmen, die Sie als Empfänger gespeichert haben. Nicht deren Kontonummern.",
    },
    "beneficiaries-detail": {
      short: "gespeicherte Empfänger und deren Kontonummern",
      full: "Die Personen und Firmen, die Sie als Empfänger gespeichert haben, mit deren Kontonummern.",
    },
    "standing-orders-basic": {
      short: "Daueraufträge",
      full: "Ihre Daueraufträge: wie viel und wann. Nicht die Kontonummern, an die sie gehen.",
    },
    "standing-orders-detail": {
      short: "Daueraufträge und wohin sie gehen",
      full: "Ihre Daueraufträge: wie viel, wann und die Kontonummer, an die der einzelne geht.",
    },
    "direct-debits": {
      short: "Lastschriften",
      full: "Ihre Lastschriften: wer das Geld einzieht, wie oft, und wie viel es beim letzten Mal war.",
    },
    "scheduled-payments-basic": {
      short: "Zahlungen, die für später angelegt sind",
      full: "Zahlungen, die Sie für einen späteren Tag angelegt haben: wie viel und wann. Nicht die Kontonummern, an die sie gehen.",
    },
    "scheduled-payments-detail": {
      short: "Zahlungen, die für später angelegt sind, und wohin sie gehen",
      full: "Zahlungen, die Sie für einen späteren Tag angelegt haben: wie viel, wann und die Kontonummer, an die die einzelne geht.",
    },
    "transactions-basic-in": {
      short: "Datum und Betrag der Geldeingänge",
      full: "Datum und Betrag, jedes Mal, wenn Geld eingeht. Nicht, von wem es kommt.",
    },
    "transactions-basic-out": {
      short: "Datum und Betrag der Geldausgänge",
      full: "Datum und Betrag, jedes Mal, wenn Geld abgeht. Nicht, an wen es geht.",
    },
    "transactions-basic-both": {
      short: "Datum und Betrag der Geldeingänge und Geldausgänge",
      full: "Datum und Betrag, jedes Mal, wenn Geld eingeht oder abgeht. Nicht, wer gezahlt hat oder bezahlt wurde.",
    },
    "transactions-detail-in": {
      short: "Geldeingänge, von wem und wofür",
      full: "Jedes Mal, wenn Geld eingeht: Datum, Betrag, von wem es kommt, wofür es ist, und Ihr Kontostand danach.",
    },
    "transactions-detail-out": {
      short: "Geldausgänge, an wen und wofür",
      full: "Jedes Mal, wenn Geld abgeht: Datum, Betrag, an wen es geht, wofür es ist, und Ihr Kontostand danach.",
    },
    "transactions-detail-both": {
      short: "Geldeingänge und Geldausgänge, von wem oder an wen und wofür",
      full: "Jedes Mal, wenn Geld eingeht oder abgeht: Datum, Betrag, von wem oder an wen, wofür es ist, und Ihr Kontostand danach.",
    },
    "statements-basic": {
      short: "Datum Ihrer Kontoauszüge",
      full: "Wann jeder Ihrer Kontoauszüge erstellt wurde und welche Tage er umfasst. Nicht die Summen.",
    },
    "statements-detail": {
      short: "Ihre vollständigen Kontoauszüge",
      full: "Ihre vollständigen Kontoauszüge mit Summen, Gebühren und Zinsen. Auch die Dateien, die Sie herunterladen können.",
    },
    products: {
      short: "Gebühren, Zinsen und Prämien Ihres Kontos",
      full: "Welche Art von Konto Sie bei uns haben: Gebühren, Entgelte, Zinsen und Prämien.",
    },
    offers: {
      short: "Angebote, die wir Ihnen gemacht haben",
      full: "Angebote, die wir Ihnen zu diesem Konto gemacht haben, zum Beispiel ein höheres Limit.",
    },
    "party-holders": {
      short: "Name, Adresse, Telefon und E-Mail aller, denen das Konto gehört",
      full: "Vollständiger Name, Adresse, Telefonnummer und E-Mail-Adresse jeder Person, der das Konto gehört.",
    },
    "party-self": {
      short: "Ihr eigener Name, Ihre Adresse, Ihr Telefon und Ihre E-Mail",
      full: "Ihr eigener vollständiger Name, Ihre Adresse, Telefonnummer und E-Mail-Adresse.",
    },
  },
  othersNames: "Darin können Namen anderer Personen vorkommen.",
  othersNumbers: "Darin können Namen und Kontonummern anderer Personen vorkommen.",
  withheld: {
    "account-numbers": "Ihre Bankleitzahl und Kontonummer",
    balances: "Ihren Kontostand",
    "card-number": "Ihre vollständige Kartennummer",
    "saved-payees": "Ihre gespeicherten Empfänger",
    "payee-accounts": "Kontonummern derer, an die Sie zahlen,",
    "standing-orders": "Ihre Daueraufträge",
    "direct-debits": "Ihre Lastschriften",
    "scheduled-payments": "Zahlungen, die Sie für später angelegt haben,",
    transactions: "Ihre Umsätze",
    counterparties: "von wem Sie Geld bekommen und an wen Sie zahlen,",
    "money-in": "Geldeingänge",
    "money-out": "Geldausgänge",
    statements: "Ihre Kontoauszüge",
    products: "die Bedingungen Ihres Kontos",
    offers: "Angebote, die wir Ihnen gemacht haben,",
    "party-holders": "die Kontaktdaten anderer Kontoinhaber",
    "party-self": "Ihre eigenen Kontaktdaten",
  },
} satisfies Pick<Words, "clusters" | "lines" | "othersNames" | "othersNumbers" | "withheld">;
