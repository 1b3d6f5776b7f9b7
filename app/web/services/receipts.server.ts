import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database } from "#db/client.server";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createOwnAnswers } from "#db/queries/own-answers";
import { createReceiptBook } from "#db/queries/receipt-book";
import { createEvidence } from "#db/queries/shown-page";
import { createStopReceipts } from "#db/queries/stop-receipts";
import { createPdfThread } from "~/adapters/pdf/pdf-thread.server";
import type { Controller } from "~/domain/receipts/controller";
import type { Env } from "~/env.server";
import { wordsIn } from "~/i18n/locale-lookup";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Signer } from "~/ports/signer";
import { checkReceipt } from "~/use-cases/check-receipt";
import { issueReceipt } from "~/use-cases/issue-receipt";
import { issueStopReceipt } from "~/use-cases/issue-stop-receipt";
import { printReceipt } from "~/use-cases/print-receipt";
import { composeReceipt } from "../compose-receipt";
import { composeStopReceipt } from "../compose-stop-receipt";

/** Seen from the project's folder, which is where every command of it runs: what is built lies at several depths. */
const WRITE_PDF = pathToFileURL(join(process.cwd(), "build/app/write-pdf.js"));

interface Needs {
  readonly settings: Env;
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly signer: Signer;
}

/** What a customer can take along of a decision, and how anybody can check it. */
export function wireReceipts(db: Database, { settings, tenant, vault, signer }: Needs) {
  const controller = controllerOf(settings);
  return {
    issueReceipt: issueReceipt({
      receipts: createReceiptBook(db, vault),
      pageOf: createEvidence(db, vault).ofDecision,
      compose: (facts, locale) => composeReceipt(controller, wordsIn(facts.page?.locale ?? locale))(facts),
      signer,
    }),
    issueStopReceipt: issueStopReceipt({
      register: createConsentRegister(db),
      changes: createConsentChanges(db, { tenant, vault }),
      answers: createOwnAnswers(db, vault),
      receipts: createStopReceipts(db, vault),
      compose: (facts, locale) => composeStopReceipt(controller, wordsIn(locale))(facts),
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
