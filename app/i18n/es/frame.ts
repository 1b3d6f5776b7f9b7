import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Página segura",
    language: "Idioma",
    notExpected: "¿No esperaba esta página?",
    call: (bank) => `Llame a ${bank} al`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `Página vista el ${moment}. Referencia ${reference}.`,
    errorTitle: (page) => `Error: ${page}`,
  },
  parties: {
    label: "Quién participa",
    bank: "Su banco",
    registration: (regulator, number) => `Registro ${regulator} n.º ${number}`,
    onBehalf: (agent, brand) => `${agent} en nombre de ${brand}`,
    legalName: "Empresa detrás de este nombre",
    looksLike: {
      bank: (bank) => `Este nombre se parece a ${bank}, pero es otra empresa. Compruebe quién le envió aquí.`,
      app: (other) => `Este nombre se parece a ${other}, pero es otra aplicación. Compruebe quién le envió aquí.`,
      letters: "Este nombre mezcla letras de dos alfabetos. Compruebe quién le envió aquí.",
    },
  },
  promise: (app) => `${app} no necesita la contraseña de su banco. No se la dé nunca a nadie.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
