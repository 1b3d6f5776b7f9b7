import type { BankAccount } from "~/domain/consent/offered-account";
import { traitsOf } from "~/domain/consent-kinds/index";
import { isStrong } from "~/domain/factor/authentication";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { MandateStanding } from "~/domain/signers/mandate";
import { SIGNATURE_DAYS } from "~/domain/signers/signature-days";
import { signingOf } from "~/domain/signers/signatures-awaited";
import { formatsFor } from "~/i18n/formats";
import type { AccountChoiceView } from "../account-choice-view";
import { signatureTime } from "../present-frame";
import type { PresentContext } from "./present-context";

/** Of an account that others sign for too: how many it takes, and who is next (P-08, P-28). */
export function presentSignatures(account: BankAccount, context: PresentContext) {
  const { request, words } = context;
  const { subject, customer, authentication } = request;
  const signing = signingOf(subject, account.mandate, customer);
  if (signing.is !== "one-of-several") return [];
  const next = isStrong(authentication) ? signing.standing.next : [];
  const names = next.flatMap(({ name }) => plainText(name) ?? []).map(isolated);
  if (traitsOf(subject.kind).moves === "data") return [presentPending(signing.standing, names, context)];
  return [
    words.signers.needs(signing.standing.required),
    ...(names.length > 0 ? [words.signers.next(formatsFor(words.locale).enumeration(names))] : []),
  ];
}

/** Who has to agree before anything of it is shared, and by when if this yes is given today (P-08). */
function presentPending(
  { required, received, next }: MandateStanding,
  names: readonly string[],
  { bank, now, words }: PresentContext,
): string {
  const { count, date, list } = formatsFor(words.locale);
  const { signatureDays = SIGNATURE_DAYS } = bank;
  const by = date(new Date(now.getTime() + signatureDays * DAY));
  const missing = required - received.length;
  if (names.length === 0) return words.sharedTogether.pending(words.account.someoneElse, by);
  return missing < next.length
    ? words.sharedTogether.pendingSome(count(missing), list(names), by)
    : words.sharedTogether.pending(list(names), by);
}

const DAY = 86_400_000;

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
  const own = traitsOf(request.subject.kind).moves === "data" ? words.sharedTogether : words.signers;
  const alert = own.alert(signatureTime(bank, words));
  return isAsked ? { signersAlert: [alert, ...(request.mode?.is === "instead-of" ? [untilThen] : [])].join(" ") } : {};
}
