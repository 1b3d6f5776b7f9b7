import { aReceiptFacts } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { asVisitId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { composeReceipt } from "~/web/compose-receipt";
import type { Exhibit, Scene } from "./exhibit";
import { presentReceipt } from "./present-receipt";
import { type CheckOutcome, presentReceiptCheck } from "./present-receipt-check";
import { presentReceiptPage } from "./present-receipt-page";

const VISIT = asVisitId("v1");
const CODE = "K7QM-3F0A-9XTC";
const ON_PAPER = { code: CODE, checkAddress: "https://consent.bank.example/receipts/check" };

const receiptOf = ({ words, bank }: Scene, facts: ReceiptFacts) =>
  composeReceipt(
    {
      ...bank,
      address: "1 Harbour Square, Leeds LS1 1AA",
      privacyNotice: "https://bank.example/privacy",
      country: "GB",
      recordsKeptFor: "P6Y",
    },
    words,
  )(facts);

/** @param unread among the customer's own pages, with so many new notices; else where the answer was given. */
export function receipt(name: string, over: Partial<ReceiptFacts> = {}, unread?: number): Exhibit {
  return {
    name,
    screen: (scene) => {
      const letter = presentReceipt(receiptOf(scene, aReceiptFacts(over)), ON_PAPER, scene.words);
      const view = presentReceiptPage(
        letter,
        {
          bank: scene.bank,
          ...(unread !== undefined && { unread }),
          files: { pdf: paths.receiptPdf(VISIT), json: paths.receiptJson(VISIT) },
          back: { label: scene.words.receipt.back, href: paths.consentOutcome(VISIT) },
        },
        scene.words,
      );
      return { page: "receipt", view };
    },
  };
}

export function checked(name: string, outcome: CheckOutcome | ((scene: Scene) => CheckOutcome)): Exhibit {
  return {
    name,
    screen: (scene) => {
      const context = { bank: scene.bank, checkAddress: ON_PAPER.checkAddress, wordsIn: () => scene.words };
      const found = typeof outcome === "function" ? outcome(scene) : outcome;
      return { page: "receipt-check", view: presentReceiptCheck(found, context, scene.words) };
    },
  };
}

export const genuine = (name: string, facts: ReceiptFacts): Exhibit =>
  checked(name, (scene) => ({ is: "genuine", record: receiptOf(scene, facts), code: CODE }));
