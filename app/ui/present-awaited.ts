import { type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
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
