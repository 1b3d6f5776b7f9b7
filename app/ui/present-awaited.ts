import type { Words } from "~/i18n/words";

/** Of a yes that others have to give too (T4): what happened, and that nothing was paid yet. */
export const presentAwaited = (app: string, { signers, stop }: Words) => ({
  happened: signers.waiting(app),
  shared: { question: stop.wasAnythingPaid, answer: signers.notYet },
});
