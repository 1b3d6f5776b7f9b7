import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Página segura",
    language: "Idioma",
    notExpected: "Não esperava esta página?",
    call: (bank) => `Ligue para ${bank} no número`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `Página vista em ${moment}. Referência ${reference}.`,
    errorTitle: (page) => `Erro: ${page}`,
  },
  parties: {
    label: "Quem participa",
    bank: "Seu banco",
    registration: (regulator, number) => `Registro ${regulator} nº ${number}`,
    onBehalf: (agent, brand) => `${agent} em nome de ${brand}`,
    legalName: "Empresa por trás deste nome",
    looksLike: {
      bank: (bank) => `Este nome se parece com ${bank}, mas é outra empresa. Confira quem enviou você para cá.`,
      app: (other) => `Este nome se parece com ${other}, mas é outro aplicativo. Confira quem enviou você para cá.`,
      letters: "Este nome mistura letras de dois alfabetos. Confira quem enviou você para cá.",
    },
  },
  promise: (app) => `${app} não precisa da senha do seu banco. Nunca informe essa senha a ninguém.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
