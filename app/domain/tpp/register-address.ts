import { plainText } from "../shared/plain-text";

/** Organisation identifier of a payment service provider (ETSI TS 119 495, section 5.2.1): PSD, country, authority, number. */
const PAYMENT_PROVIDER = /^PSD([A-Z]{2})-([A-Z]{2,8})-([A-Za-z0-9]{1,30})$/;

/** Which authority registered a firm, and under which number; undefined for what is no such identifier. */
export function registrationOf(organisationId: string | undefined) {
  const [, country, authority, number] = PAYMENT_PROVIDER.exec(plainText(organisationId) ?? "") ?? [];
  return country && authority && number ? { country, authority, number } : undefined;
}

/** Where anybody can look a firm up: the authority's own register, or that of the European authority for its members. */
export function registerAddress(organisationId: string | undefined): string | undefined {
  const registration = registrationOf(organisationId);
  if (!registration) return undefined;
  const { country, authority, number } = registration;
  if (authority === "FCA") return `https://register.fca.org.uk/s/search?q=${number}&type=Companies`;
  return MEMBERS.has(country) ? "https://euclid.eba.europa.eu/register/pir/search" : undefined;
}

/** Countries whose firms are in the register that the European Banking Authority keeps (PSD2, article 15). */
const MEMBERS = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);
