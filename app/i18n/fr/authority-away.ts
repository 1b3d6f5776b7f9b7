import type { Words } from "../words";

export const authorityAway = {
  title: "Nous ne pouvons pas vérifier s’il y a du nouveau pour le moment",
  asOf: (moment) => `Ce que vous voyez ici date du ${moment}.`,
  undated: "Ce que vous voyez ici n’est peut-être pas à jour.",
  stillStop: "Vous pouvez toujours arrêter une application ici.",
} satisfies Words["authorityAway"];
