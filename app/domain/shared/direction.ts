export type Direction = "ltr" | "rtl";

/** Languages that are written from right to left in the script that they are mostly written in (ISO 639-1). */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** @param locale a BCP 47 tag. */
export const directionOf = (locale: string): Direction =>
  RIGHT_TO_LEFT.has(new Intl.Locale(locale).language) ? "rtl" : "ltr";
