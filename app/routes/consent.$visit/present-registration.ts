import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";

/** Organisation identifier of a payment service provider (ETSI TS 119 495, section 5.2.1): PSD, country, authority, number. */
const PAYMENT_PROVIDER = /^PSD[A-Z]{2}-([A-Z]{2,8})-([A-Za-z0-9]{1,30})$/;

/** "FCA number 731904", so that a customer can look the firm up; nothing for what is no such number. */
export function presentRegistration(organisationId: string | undefined, words: Words): { registration?: string } {
  const match = PAYMENT_PROVIDER.exec(plainText(organisationId) ?? "");
  return match?.[1] && match[2]
    ? { registration: words.parties.registration(isolated(match[1]), isolated(match[2])) }
    : {};
}
