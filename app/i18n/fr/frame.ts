import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Page sécurisée",
    language: "Langue",
    notExpected: "Vous ne vous y attendiez pas ?",
    call: (bank) => `Appelez ${bank} au`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    errorTitle: (page) => `Erreur : ${page}`,
  },
  parties: {
    label: "Qui est concerné",
    bank: "Votre banque",
    registration: (regulator, number) => `Numéro ${regulator} ${number}`,
  },
  promise: (app) => `${app} n’a pas besoin du mot de passe de votre banque. Ne le donnez jamais à personne.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
