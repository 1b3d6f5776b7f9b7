import { join } from "node:path";
import { pathToFileURL } from "node:url";
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

/** Seen from the project's folder, which is where every command of it runs: what is built lies at several depths. */
const WRITE_PDF = pathToFileURL(join(process.cwd(), "build/app/write-pdf.js"));

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
