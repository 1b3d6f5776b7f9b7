import type { Database } from "#db/client.server";
import { createAccessBook } from "#db/queries/access-book";
import { createAccessHistory } from "#db/queries/access-history";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createJwsReports } from "~/adapters/access-reports/jws-reports.server";
import type { Env } from "~/env.server";
import type { Bank } from "~/ports/bank";
import { saveReads } from "~/use-cases/save-reads";
import { takeAccessReport } from "~/use-cases/take-access-report";
import { viewAccessHistory } from "~/use-cases/view-access-history";
import { tlsOf } from "./file-of.server";

/** What apps really read, and how the bank tells of it. */
export function wireReads(db: Database, settings: Env, bank: Bank) {
  const access = createAccessHistory(db);
  const needs = { register: createConsentRegister(db), access, bank };
  return {
    accessHistory: access,
    viewAccessHistory: viewAccessHistory(needs),
    saveReads: saveReads(needs),
    ...wireReports(db, settings),
  };
}

function wireReports(db: Database, settings: Env) {
  const { BANK_READS_ISSUER: issuer, BANK_READS_JWKS_URL: jwksUrl, UPSTREAM_TIMEOUT_MS: timeoutMs } = settings;
  if (issuer === undefined || jwksUrl === undefined) {
    return { takeAccessReport: undefined, closeReports: async () => {} };
  }
  const reports = createJwsReports({ issuer, jwksUrl, tls: tlsOf("BANK"), timeoutMs });
  return {
    takeAccessReport: takeAccessReport({ reports, book: createAccessBook(db) }),
    closeReports: () => reports.close(),
  };
}
