import type { Words } from "../words";

export const authorityAway = {
  title: "Ahora no podemos comprobar si algo ha cambiado",
  asOf: (moment) => `Lo que ve aquí es del ${moment}.`,
  undated: "Puede que lo que ve aquí no esté al día.",
  stillStop: "Aún puede detener una aplicación aquí.",
} satisfies Words["authorityAway"];
