import type { Words } from "../words";

/** No phrase begins with c, p or t: after "a" it would have to mutate (`welsh-and.ts`). */
export const permissions = {
  clusters: {
    "account-details": { title: "Manylion cyfrif", phrase: "eich manylion cyfrif" },
    transactions: { title: "Trafodion", phrase: "eich trafodion" },
    "regular-payments": { title: "Taliadau rheolaidd", phrase: "eich taliadau rheolaidd" },
    statements: { title: "Cyfriflenni", phrase: "eich cyfriflenni" },
    "features-and-benefits": {
      title: "Nodweddion a manteision",
      phrase: "nodweddion a manteision eich cyfrif",
    },
    "contact-and-party": { title: "Enwau a manylion cyswllt", phrase: "enwau a manylion cyswllt" },
  },
  lines: {
    "accounts-basic": {
      short: "math o gyfrif ac arian cyfred",
      full: "Pa fath o gyfrif ydyw, ei arian cyfred a’r enw a roesoch iddo. Nid ei rif.",
    },
    "accounts-detail": {
      short: "enw ar y cyfrif, cod didoli a rhif cyfrif",
      full: "Yr enw ar y cyfrif, ei god didoli a’i rif, ei fath, ei arian cyfred a’r enw a roesoch iddo.",
    },
    balances: {
      short: "balans",
      full: "Faint o arian sydd yn y cyfrif, ac unrhyw orddrafft y gallwch ei ddefnyddio.",
    },
    "card-number": {
      short: "rhif cerdyn llawn",
      full: "Holl ddigidau rhif eich cerdyn. Gall rhai fod wedi’u cuddio o hyd.",
    },
    "beneficiaries-basic": {
      short: "pwy rydych wedi’u cadw i’w talu",
      full: "Y bobl a’r cwmnïau rydych wedi’u cadw i’w talu. Nid rhifau eu cyfrifon.",
    },
    "beneficiaries-detail": {
      short: "pwy rydych wedi’u cadw i’w talu a rhifau eu cyfrifon",
      full: "Y bobl a’r cwmnïau rydych wedi’u cadw i’w talu, gyda rhifau eu cyfrifon.",
    },
    "standing-orders-basic": {
      short: "archebion sefydlog",
      full: "Eich archebion sefydlog: faint a phryd. Nid rhifau’r cyfrifon y maent yn mynd iddynt.",
    },
    "standing-orders-detail": {
      short: "archebion sefydlog ac i ble y maent yn mynd",
      full: "Eich archebion sefydlog: faint, pryd, a rhif y cyfrif y mae pob un yn mynd iddo.",
    },
    "direct-debits": {
      short: "Debydau Uniongyrchol",
      full: "Eich Debydau Uniongyrchol: pwy sy’n cymryd yr arian, pa mor aml, a faint a gymerwyd y tro diwethaf.",
    },
    "scheduled-payments-basic": {
      short: "taliadau a drefnwyd at y dyfodol",
      full: "Taliadau rydych wedi’u trefnu ar gyfer diwrnod diweddarach: faint a phryd. Nid rhifau’r cyfrifon y maent yn mynd iddynt.",
    },
    "scheduled-payments-detail": {
      short: "taliadau a drefnwyd at y dyfodol ac i ble y maent yn mynd",
      full: "Taliadau rydych wedi’u trefnu ar gyfer diwrnod diweddarach: faint, pryd, a rhif y cyfrif y mae pob un yn mynd iddo.",
    },
    "transactions-basic-in": {
      short: "dyddiad a swm arian sy’n dod i mewn",
      full: "Y dyddiad a’r swm bob tro y daw arian i mewn. Nid gan bwy y daeth.",
    },
    "transactions-basic-out": {
      short: "dyddiad a swm arian sy’n mynd allan",
      full: "Y dyddiad a’r swm bob tro yr aiff arian allan. Nid at bwy yr aeth.",
    },
    "transactions-basic-both": {
      short: "dyddiad a swm arian i mewn ac allan",
      full: "Y dyddiad a’r swm bob tro y daw arian i mewn neu yr aiff allan. Nid pwy a dalodd na phwy a gafodd ei dalu.",
    },
    "transactions-detail-in": {
      short: "arian sy’n dod i mewn, gan bwy ac ar gyfer beth",
      full: "Bob tro y daw arian i mewn: y dyddiad, y swm, gan bwy y daeth, ar gyfer beth yr oedd, a’ch balans wedyn.",
    },
    "transactions-detail-out": {
      short: "arian sy’n mynd allan, at bwy ac ar gyfer beth",
      full: "Bob tro yr aiff arian allan: y dyddiad, y swm, at bwy yr aeth, ar gyfer beth yr oedd, a’ch balans wedyn.",
    },
    "transactions-detail-both": {
      short: "arian i mewn ac allan, at bwy neu gan bwy ac ar gyfer beth",
      full: "Bob tro y daw arian i mewn neu yr aiff allan: y dyddiad, y swm, at bwy neu gan bwy, ar gyfer beth yr oedd, a’ch balans wedyn.",
    },
    "statements-basic": {
      short: "dyddiadau eich cyfriflenni",
      full: "Pryd y gwnaed pob un o’ch cyfriflenni a pha ddyddiau y mae’n eu cwmpasu. Nid y cyfansymiau.",
    },
    "statements-detail": {
      short: "eich cyfriflenni yn llawn",
      full: "Eich cyfriflenni yn llawn, gyda chyfansymiau, ffioedd a llog. Mae hyn yn cynnwys y ffeiliau y gallwch eu lawrlwytho.",
    },
    products: {
      short: "ffioedd, llog a gwobrau eich cyfrif",
      full: "Pa fath o gyfrif sydd gennych gyda ni: ei ffioedd, ei daliadau, ei log a’i wobrau.",
    },
    offers: {
      short: "cynigion a wnaethom i chi",
      full: "Cynigion a wnaethom i chi ar y cyfrif hwn, fel terfyn uwch.",
    },
    "party-holders": {
      short: "enw, cyfeiriad, ffôn ac e-bost pawb sy’n dal y cyfrif",
      full: "Enw llawn, cyfeiriad, rhif ffôn ac e-bost pob person sy’n dal y cyfrif.",
    },
    "party-self": {
      short: "eich enw, cyfeiriad, ffôn ac e-bost eich hun",
      full: "Eich enw llawn, cyfeiriad, rhif ffôn ac e-bost eich hun.",
    },
  },
  othersNames: "Gall hyn gynnwys enwau pobl eraill.",
  othersNumbers: "Gall hyn gynnwys enwau a rhifau cyfrif pobl eraill.",
  withheld: {
    "account-numbers": "eich cod didoli a’ch rhif cyfrif",
    balances: "faint o arian sydd gennych",
    "card-number": "eich rhif cerdyn llawn",
    "saved-payees": "pwy rydych wedi’u cadw i’w talu",
    "payee-accounts": "rhifau cyfrif y bobl rydych yn eu talu",
    "standing-orders": "eich archebion sefydlog",
    "direct-debits": "eich Debydau Uniongyrchol",
    "scheduled-payments": "taliadau rydych wedi’u trefnu at y dyfodol",
    transactions: "eich trafodion",
    counterparties: "pwy rydych yn eu talu neu bwy sy’n eich talu",
    "money-in": "arian sy’n dod i mewn",
    "money-out": "arian sy’n mynd allan",
    statements: "eich cyfriflenni",
    products: "telerau eich cyfrif",
    offers: "cynigion a wnaethom i chi",
    "party-holders": "manylion cyswllt eraill sy’n dal y cyfrif",
    "party-self": "eich manylion cyswllt eich hun",
  },
} satisfies Pick<Words, "clusters" | "lines" | "othersNames" | "othersNumbers" | "withheld">;
