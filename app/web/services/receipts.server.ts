import type { Database } from "#db/client.server";
import { createReceiptBook } from "#db/queries/receipt-book";
import { createEvidence } from "#db/queries/shown-page";
import { createPdfThread } from "~/adapters/pdf/pdf-thread.server";
import type { Controller } from "~/domain/receipts/controller";
import type { Env } from "~/env.server";
import { wordsIn } from "~/i18n/locale-lookup";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Signer } from "~/ports/signer";
import { checkReceipt } from "~/use-cases/check-receipt";
import { issueReceipt } from "~/use-cases/issue-receipt";
import { printReceipt } from "~/use-cases/print-receipt";
import { composeReceipt } from "../compose-receipt";

/** Seen from build/server, and from the programs in build/app. */
const WRITE_PDF = new URL("../app/write-pdf.js", import.meta.url);

interface Needs {
  readonly settings: Env;
  readonly vault: CustomerVault;
  readonly signer: Signer;
}

/** What a customer can take along of a decision, and how anybody can check it. */
export function wireReceipts(db: Database, { settings, vault, signer }: Needs) {
  const controller = controllerOf(settings);
  return {
    issueReceipt: issueReceipt({
      receipts: createReceiptBook(db, vault),
      pageOf: createEvidence(db, vault).ofDecision,
      compose: (facts, locale) => composeReceipt(controller, wordsIn(facts.page?.locale ?? locale))(facts),
      signer,
    }),
    hasReceipt: createReceiptBook(db, vault).has,
    checkReceipt: checkReceipt({ signer }),
    printReceipt: printReceipt({ pdf: createPdfThread(WRITE_PDF), signer }),
  };
}

const controllerOf = (settings: Env): Controller => ({
  name: settings.brand.name,
  phone: settings.brand.phone,
  address: settings.BANK_ADDRESS,
  privacyNotice: settings.BANK_PRIVACY_NOTICE,
  country: settings.BANK_COUNTRY,
  recordsKeptFor: settings.RECORDS_KEPT_FOR,
});
