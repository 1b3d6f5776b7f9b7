import type { Words } from "../words";

export const authorityAway = {
  title: "Wir können gerade nicht nachsehen, ob sich etwas geändert hat",
  asOf: (moment) => `Was Sie hier sehen, ist der Stand vom ${moment}.`,
  undated: "Was Sie hier sehen, ist vielleicht nicht der neueste Stand.",
  stillStop: "Sie können eine App hier trotzdem beenden.",
} satisfies Words["authorityAway"];
