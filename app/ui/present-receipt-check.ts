import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { type Bank, presentFrame } from "./present-frame";
import { presentReceipt } from "./present-receipt";
import type { Found, ReceiptCheckView } from "./receipt-check-view";

export type CheckOutcome =
  | { readonly is: "asked" }
  | { readonly is: "problem"; readonly problem: "nothing" | "too-large" }
  | { readonly is: "not-genuine" | "no-receipt" }
  | { readonly is: "genuine"; readonly record: ReceiptRecord; readonly code: string };

interface CheckContext {
  readonly bank: Bank;
  readonly checkAddress: string;
  /** The words of the language that a receipt says it is in, which is its own, whoever looks at it. */
  readonly wordsIn: (language: string) => Words;
}

/** What the check page says. All of it comes from the file that was brought. */
export function presentReceiptCheck(outcome: CheckOutcome, context: CheckContext, words: Words): ReceiptCheckView {
  const { bank } = context;
  const own = words.check;
  const found = foundIn(outcome, context, words);
  const title = found ? titleOf(found.is, own) : own.title;
  const page = words.frame.titleOf(title, bank.name);
  return {
    documentTitle: outcome.is === "problem" ? words.frame.errorTitle(page) : page,
    frame: presentFrame(bank, words),
    title,
    ...(found && { found }),
    form: {
      ...(found && { title: own.again }),
      what: own.what,
      file: { label: own.file, hint: own.fileHint },
      text: { label: own.or, hint: own.textHint },
      submit: own.check,
      privacy: own.privacy,
      ...(outcome.is === "problem" && {
        problem: { title: own.problem, message: own.problems[outcome.problem], href: "#file" },
      }),
    },
  };
}

function titleOf(is: Found["is"], own: Words["check"]): string {
  return { genuine: own.genuine.title, "not-genuine": own.notGenuine.title, "no-receipt": own.noReceipt.title }[is];
}

function foundIn(outcome: CheckOutcome, { checkAddress, wordsIn }: CheckContext, words: Words): Found | undefined {
  const own = words.check;
  switch (outcome.is) {
    case "asked":
    case "problem":
      return undefined;
    case "not-genuine":
      return { is: outcome.is, texts: [own.notGenuine.text, own.notGenuine.hint] };
    case "no-receipt":
      return { is: outcome.is, texts: [own.noReceipt.text, own.noReceipt.hint] };
    case "genuine": {
      const { record, code } = outcome;
      const issued = formatsFor(words.locale).date(new Date(record.decision.issued_at));
      return {
        is: outcome.is,
        texts: [own.genuine.text(isolated(record.parties[0].party_name), issued), own.genuine.later],
        says: own.genuine.says,
        letter: presentReceipt(record, { code, checkAddress }, wordsIn(record.processing[0].language)),
      };
    }
  }
}
