import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Page sécurisée",
    language: "Langue",
    notExpected: "Vous ne vous y attendiez pas ?",
    call: (bank) => `Appelez ${bank} au`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `Page vue le ${moment}. Référence ${reference}.`,
    errorTitle: (page) => `Erreur : ${page}`,
  },
  parties: {
    label: "Qui est concerné",
    bank: "Votre banque",
    registration: (regulator, number) => `Numéro ${regulator} ${number}`,
    onBehalf: (agent, brand) => `${agent} pour le compte de ${brand}`,
    legalName: "Entreprise derrière ce nom",
    looksLike: {
      bank: (bank) => `Ce nom ressemble à ${bank}, mais c’est une autre entreprise. Vérifiez qui vous a envoyé ici.`,
      app: (other) => `Ce nom ressemble à ${other}, mais c’est une autre application. Vérifiez qui vous a envoyé ici.`,
      letters: "Ce nom mélange des lettres de deux alphabets. Vérifiez qui vous a envoyé ici.",
    },
  },
  promise: (app) => `${app} n’a pas besoin du mot de passe de votre banque. Ne le donnez jamais à personne.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
