import { A_SUBJECT_OF, aConsentRequest } from "~/domain/consent/builders";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import type { StopFacts } from "~/domain/receipts/stop-facts";
import { asChangeId, asClientId, asConsentId, asCustomerRef, asDecisionId, asVisitId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import { composeReceipt } from "~/web/compose-receipt";
import { composeStopReceipt } from "~/web/compose-stop-receipt";
import type { Exhibit, Scene } from "./exhibit";
import { presentReceipt } from "./present-receipt";
import { type CheckOutcome, presentReceiptCheck } from "./present-receipt-check";
import { presentOwnReceipt, presentReceiptPage } from "./present-receipt-page";

const VISIT = asVisitId("v1");
const CODE = "K7QM-3F0A-9XTC";
const ON_PAPER = { code: CODE, checkAddress: "https://consent.bank.example/receipts/check" };

const controllerOf = ({ bank }: Pick<Scene, "bank">) => ({
  ...bank,
  address: "1 Harbour Square, Leeds LS1 1AA",
  privacyNotice: "https://bank.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
});

const receiptOf = ({ words, bank }: Scene, facts: ReceiptFacts) => composeReceipt(controllerOf({ bank }), words)(facts);

export function receipt(name: string, over: Partial<ReceiptFacts> = {}): Exhibit {
  return {
    name,
    screen: (scene) => {
      const letter = presentReceipt(receiptOf(scene, aReceiptFacts(over)), ON_PAPER, scene.words);
      const view = presentReceiptPage(
        letter,
        {
          bank: scene.bank,
          files: { pdf: paths.receiptPdf(VISIT), json: paths.receiptJson(VISIT) },
          back: { label: scene.words.receipt.back, href: paths.consentOutcome(VISIT) },
        },
        scene.words,
      );
      return { page: "receipt", view };
    },
  };
}

/** Among the customer's own pages, where they come back for it. */
export const ownReceipt = (name: string, unread: number): Exhibit => ({
  name,
  screen: (scene) => {
    const letter = presentReceipt(receiptOf(scene, aReceiptFacts({ page: aShownPage() })), ON_PAPER, scene.words);
    const [of, consent] = [asDecisionId("d-1"), asConsentId("aac-1")];
    const files = {
      pdf: paths.connectionReceiptFile(consent, of, "pdf"),
      json: paths.connectionReceiptFile(consent, of, "json"),
    };
    const back = { label: scene.words.connectionDetail.backToDetails, href: paths.connection(consent) };
    return {
      page: "own-receipt",
      view: presentOwnReceipt(letter, { bank: scene.bank, files, back, unread }, scene.words),
    };
  },
});

/** Of what a customer stopped: on paper, and where anybody checks it. */
export function stopReceipt(name: string, kind: ConsentKind): Exhibit {
  const subject = A_SUBJECT_OF[kind]();
  const facts: StopFacts = {
    changeId: asChangeId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1aa"),
    consentId: asConsentId("aac-1"),
    kind,
    clientId: asClientId("tpp-beacon"),
    customerRef: asCustomerRef("7a1f6c1e-58c3-4a55-9c0d-3d1b5a2f8e44"),
    accountIds: ["acc-1"],
    stoppedAt: new Date("2026-03-14T10:00:00Z"),
    page: aShownPage({ request: aConsentRequest({ subject }) }),
  };
  return checked(name, (scene) => ({
    is: "genuine",
    record: composeStopReceipt(controllerOf(scene), scene.words)(facts),
    code: CODE,
  }));
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
