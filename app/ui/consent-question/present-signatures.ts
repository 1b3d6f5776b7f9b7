import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { BankAccount } from "~/domain/consent/offered-account";
import { isStrong } from "~/domain/factor/authentication";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { signingOf } from "~/domain/signers/signatures-awaited";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AccountChoiceView } from "../account-choice-view";
import { signatureTime } from "../present-frame";
import type { PresentContext } from "./present";

/** Of an account that others sign for too: how many it takes, and who is next (P-08, P-28). */
export function presentSignatures(
  account: BankAccount,
  { subject, customer, authentication }: ConsentRequest,
  words: Words,
) {
  const signing = signingOf(subject, account.mandate, customer);
  if (signing.is !== "one-of-several") return [];
  const next = isStrong(authentication) ? signing.standing.next : [];
  const names = next.flatMap(({ name }) => plainText(name) ?? []);
  return [
    words.signers.needs(signing.standing.required),
    ...(names.length > 0 ? [words.signers.next(formatsFor(words.locale).enumeration(names.map(isolated)))] : []),
  ];
}

/**
 * Before the answer, what others learn of it and that they are asked (P-31). It says the same of everybody: to whom
 * nothing is sent, and why, is nobody else's to know.
 */
export function presentSignersAlert({
  offered,
  request,
  bank,
  words,
}: PresentContext): Pick<AccountChoiceView, "signersAlert"> {
  const isAsked = offered.some(
    ({ account, unavailable }) =>
      !unavailable && signingOf(request.subject, account.mandate, request.customer).is === "one-of-several",
  );
  const { untilThen } = words.signers;
  const alert = words.signers.alert(signatureTime(bank, words));
  return isAsked ? { signersAlert: [alert, ...(request.mode?.is === "instead-of" ? [untilThen] : [])].join(" ") } : {};
}
