import type { Words } from "../words";

export const authorityAway = {
  title: "Não conseguimos verificar mudanças agora",
  asOf: (moment) => `O que você vê aqui é de ${moment}.`,
  undated: "O que você vê aqui pode não ser o mais recente.",
  stillStop: "Você ainda pode interromper um aplicativo aqui.",
} satisfies Words["authorityAway"];
