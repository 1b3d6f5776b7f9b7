import type { Words } from "~/i18n/words";
import { type Bank, signatureTime } from "./present-frame";

/** Of a yes that so many others have to give too (T4): what happened, and that nothing was paid yet. */
export const presentAwaited = (app: string, others: number, bank: Bank, words: Words) => ({
  happened: words.signers.waiting(app, words.signers.others(others), signatureTime(bank, words)),
  shared: { question: words.stop.wasAnythingPaid, answer: words.signers.notYet },
});
