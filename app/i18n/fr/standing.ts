import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "En attente d’une réponse",
    active: "En cours",
    paused: { customer: "Pause demandée par vous", bank: "Pause demandée par nous" },
    stopping: "Arrêt en cours",
    pausing: "Mise en pause en cours",
    resuming: "Reprise en cours",
    ended: "Fin",
    done: { sent: "Envoyé pour paiement", "set-up": "Mis en place" },
    why: {
      expired: "La durée est écoulée",
      unused: "Rien n’a servi depuis longtemps",
      "you-stopped": "Vous y avez mis fin",
      "you-asked-us": "Nous y avons mis fin à votre demande",
      "app-stopped": "L’application y a mis fin",
      "bank-stopped": "Nous y avons mis fin",
      "app-not-authorised": "L’application n’a plus le droit de le faire",
      "accounts-closed": "Les comptes ne peuvent plus servir à cela",
      replaced: "Un nouvel accord a pris sa place",
      refused: "Vous avez dit non",
      "not-finished": "Cela n’a pas abouti",
      used: "Cela a servi, et une seule fois était possible",
      stopped: "Il y a été mis fin",
    },
  },
} satisfies Pick<Words, "standing">;
