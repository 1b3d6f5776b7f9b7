import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { QuestionView } from "../consent-page-view";
import type { ConsentPageInput } from "./present-context";

/** Who logged in, for whoever is not that person. Nothing where the bank tells no name, or nobody else could log in. */
export function presentSignedIn(
  { request, offered }: Pick<ConsentPageInput, "request" | "offered">,
  words: Words,
): Pick<QuestionView, "signedIn"> {
  if (!request.loginRepeatable) return {};
  const holders = offered.flatMap(({ account }) => account.holders);
  const name = plainText(holders.find(({ customer }) => customer === request.customer)?.name);
  return name === undefined ? {} : { signedIn: { as: words.signedIn.as(isolated(name)), other: words.signedIn.other } };
}
