import { z } from "zod";
import type { AccountAccessOrder } from "../order/kinds/account-access.ts";
import { required, type Walk } from "../runs/walk.ts";
import { callApi } from "./call-api.ts";

const amount = z.object({ Amount: z.string(), Currency: z.string() });
const direction = z.enum(["Credit", "Debit"]);

const accounts = z.object({
  Data: z.object({
    Account: z.array(
      z.object({
        AccountId: z.string(),
        Nickname: z.string().default("—"),
        Currency: z.string().default("—"),
        // v3.1 and v4.0 name the kind differently.
        AccountSubType: z.string().optional(),
        AccountTypeCode: z.string().optional(),
      }),
    ),
  }),
});

const balances = z.object({
  Data: z.object({
    Balance: z.array(
      z.object({ AccountId: z.string(), CreditDebitIndicator: direction, Type: z.string(), Amount: amount }),
    ),
  }),
});

const transactions = z.object({
  Data: z.object({
    Transaction: z.array(
      z.object({
        AccountId: z.string(),
        BookingDateTime: z.string(),
        Status: z.string(),
        CreditDebitIndicator: direction,
        Amount: amount,
        TransactionInformation: z.string().default("—"),
      }),
    ),
  }),
});

const SHOWN_TRANSACTIONS = 25;

/** Reads everything that the order's permissions open and this workbench knows. */
export async function readAccountInformation(walk: Walk, order: AccountAccessOrder): Promise<void> {
  await readAccounts(walk, "accounts");
  if (order.permissions.includes("ReadBalances")) await readBalances(walk);
  if (order.permissions.some((code) => code.startsWith("ReadTransactions"))) await readTransactions(walk);
}

/** @param name `accountsAfter` for the call that must fail, after the consent is gone. */
export async function readAccounts(walk: Walk, name: "accounts" | "accountsAfter"): Promise<void> {
  await walk.journal.step(name, async (draft) => {
    const answer = await callApi(draft, get(walk, "accounts"), accounts);
    if (!answer) return;
    draft.table = {
      caption: "Accounts",
      columns: ["Account id", "Nickname", "Kind", "Currency"],
      rows: answer.Data.Account.map((account) => [
        account.AccountId,
        account.Nickname,
        account.AccountSubType ?? account.AccountTypeCode ?? "—",
        account.Currency,
      ]),
    };
  });
}

async function readBalances(walk: Walk): Promise<void> {
  await walk.journal.step("balances", async (draft) => {
    const answer = await callApi(draft, get(walk, "balances"), balances);
    if (!answer) return;
    draft.table = {
      caption: "Balances",
      columns: ["Account id", "Type", "Amount"],
      rows: answer.Data.Balance.map((balance) => [balance.AccountId, balance.Type, signed(balance)]),
    };
  });
}

async function readTransactions(walk: Walk): Promise<void> {
  await walk.journal.step("transactions", async (draft) => {
    const answer = await callApi(draft, get(walk, "transactions"), transactions);
    if (!answer) return;
    const all = answer.Data.Transaction;
    draft.table = {
      caption: `Transactions, ${Math.min(all.length, SHOWN_TRANSACTIONS)} of ${all.length} on the first page`,
      columns: ["Date", "Status", "Account id", "Description", "Amount"],
      rows: all
        .slice(0, SHOWN_TRANSACTIONS)
        .map((one) => [
          one.BookingDateTime.slice(0, 10),
          one.Status,
          one.AccountId,
          one.TransactionInformation,
          signed(one),
        ]),
    };
  });
}

function get(walk: Walk, resource: string) {
  const url = `${walk.bench.topology.bankGateway}/open-banking/${walk.run.order.apiVersion}/aisp/${resource}`;
  return {
    method: "GET",
    url,
    token: required(walk.run.secrets.accessToken, "access token"),
    // The customer waits for it in their browser (UK Read/Write API): without it the read counts as one in the background.
    headers: { "x-fapi-customer-ip-address": "127.0.0.1" },
  } as const;
}

/** The standard keeps the sign apart from the amount; a person reads them together. */
function signed({
  Amount: { Amount, Currency },
  CreditDebitIndicator,
}: {
  Amount: z.infer<typeof amount>;
  CreditDebitIndicator: string;
}) {
  return `${CreditDebitIndicator === "Debit" ? "−" : ""}${Amount} ${Currency}`;
}
