import type postgres from "postgres";

/** An open transaction on the authorization server's schema. */
export type Transaction = postgres.TransactionSql;
