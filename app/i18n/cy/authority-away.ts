import type { Words } from "../words";

export const authorityAway = {
  title: "Ni allwn wirio am newidiadau ar hyn o bryd",
  asOf: (moment) => `Mae’r hyn a welwch yma yn dod o’r amser hwn: ${moment}.`,
  undated: "Efallai nad yr hyn a welwch yma yw’r diweddaraf.",
  stillStop: "Gallwch stopio ap yma o hyd.",
} satisfies Words["authorityAway"];
