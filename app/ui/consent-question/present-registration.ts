import type { Requester } from "~/domain/consent/consent-request";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { registrationOf } from "~/domain/tpp/register-address";
import type { Words } from "~/i18n/words";
import type { PartyView } from "../consent-page-view";

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
  { organisationId, legalName, name }: Pick<Requester, "organisationId" | "legalName" | "name">,
  { parties, accountAccess: { wholePurpose: readAll } }: Words,
): Pick<PartyView, "registration" | "legal" | "whole"> {
  const registered = registrationOf(organisationId);
  const legal = plainText(legalName);
  const brand = plainText(name) ?? "";
  return {
    ...(nameInSentences(brand) !== brand && { whole: { title: readAll, text: isolated(brand) } }),
    ...(registered && {
      registration: parties.registration(isolated(registered.authority), isolated(registered.number)),
    }),
    ...(legal !== undefined && legal !== name && { legal: { title: parties.legalName, text: isolated(legal) } }),
  };
}
