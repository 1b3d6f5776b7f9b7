import { type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Signer } from "~/domain/signers/mandate";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { type Bank, signatureTime } from "./present-frame";

/** Of a yes that so many others have to give too (T4): what happened, and that nothing was paid or shared yet. */
export const presentAwaited = (kind: ConsentKind, app: string, others: number, bank: Bank, words: Words) => ({
  happened: words.signers.waiting(app, words.signers.others(others), signatureTime(bank, words)),
  shared:
    traitsOf(kind).moves === "data"
      ? { question: words.stop.wasAnythingShared, answer: words.sharedTogether.notYet }
      : { question: words.stop.wasAnythingPaid, answer: words.signers.notYet },
});

/** Who has yet to sign, by name; nothing where no name is known. */
export function whoCanSign(signers: readonly Signer[] = [], words: Words): readonly string[] {
  const names = signers.flatMap(({ name }) => plainText(name) ?? []).map(isolated);
  return names.length > 0 ? [`${words.signers.next(formatsFor(words.locale).enumeration(names))}.`] : [];
}
