import type { Database } from "#db/client.server";
import { createAccessBook } from "#db/queries/access-book";
import { createAccessHistory } from "#db/queries/access-history";
import { createJwsReports } from "~/adapters/access-reports/jws-reports.server";
import type { Env } from "~/env.server";
import { takeAccessReport } from "~/use-cases/take-access-report";
import { tlsOf } from "./file-of.server";

/** What apps really read, and how the bank tells of it. */
export function wireReads(db: Database, settings: Env) {
  return { accessHistory: createAccessHistory(db), ...wireReports(db, settings) };
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
