import type { Requester } from "~/domain/consent/consent-request";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { PartyView } from "../consent-page-view";

/** Organisation identifier of a payment service provider (ETSI TS 119 495, section 5.2.1): PSD, country, authority, number. */
const PAYMENT_PROVIDER = /^PSD[A-Z]{2}-([A-Z]{2,8})-([A-Za-z0-9]{1,30})$/;

/** Longer than any brand: what exceeds it would push the question off the page. */
const LONGEST_NAME = 120;

/** A name as sentences have it. @param name plain text. */
export const nameInSentences = (name: string) => plainText(name, LONGEST_NAME) ?? name;

/** Its brand, and who acts for it: never the technical provider alone (U-04). */
export function presentName(brand: string, agent: string | undefined, words: Words): string {
  const acting = plainText(agent, LONGEST_NAME);
  return acting === undefined ? brand : words.parties.onBehalf(isolated(acting), brand);
}

/**
 * "FCA number 731904", so that a customer can look the firm up; nothing for what is no such number. The firm's own name
 * is there for who asks for it, and leads nowhere (U-01).
 */
export function presentRegistration(
  { organisationId, legalName, name }: Requester,
  { parties, accountAccess: { wholePurpose: readAll } }: Words,
): Pick<PartyView, "registration" | "legal" | "whole"> {
  const match = PAYMENT_PROVIDER.exec(plainText(organisationId) ?? "");
  const legal = plainText(legalName);
  const brand = plainText(name) ?? "";
  return {
    ...(nameInSentences(brand) !== brand && { whole: { title: readAll, text: isolated(brand) } }),
    ...(match?.[1] && match[2] && { registration: parties.registration(isolated(match[1]), isolated(match[2])) }),
    ...(legal !== undefined && legal !== name && { legal: { title: parties.legalName, text: isolated(legal) } }),
  };
}
