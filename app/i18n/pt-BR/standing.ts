import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "À espera de uma resposta",
    active: "Em vigor",
    paused: { customer: "Em pausa por você", bank: "Em pausa por nós" },
    stopping: "Sendo interrompida",
    pausing: "Entrando em pausa",
    resuming: "Voltando a funcionar",
    ended: "Fim",
    done: { sent: "Enviado para pagar", "set-up": "Deixado pronto" },
    why: {
      expired: "O prazo acabou",
      unused: "Ficou muito tempo sem uso",
      "you-stopped": "Você interrompeu",
      "you-asked-us": "Nós interrompemos porque você pediu",
      "app-stopped": "O aplicativo encerrou",
      "bank-stopped": "Nós interrompemos",
      "app-not-authorised": "O aplicativo não tem mais autorização para isso",
      "accounts-closed": "As contas não servem mais para isso",
      replaced: "Um novo acordo tomou o lugar",
      refused: "Você não permitiu",
      "not-finished": "Não chegou ao fim",
      used: "Já teve uso, e só valia uma vez",
      stopped: "Houve uma interrupção",
    },
  },
} satisfies Pick<Words, "standing">;
