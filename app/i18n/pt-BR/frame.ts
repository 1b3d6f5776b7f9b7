import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Página segura",
    language: "Idioma",
    notExpected: "Não esperava esta página?",
    call: (bank) => `Ligue para ${bank} no número`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    errorTitle: (page) => `Erro: ${page}`,
  },
  parties: {
    label: "Quem participa",
    bank: "Seu banco",
    registration: (regulator, number) => `Registro ${regulator} nº ${number}`,
  },
  promise: (app) => `${app} não precisa da senha do seu banco. Nunca informe essa senha a ninguém.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
