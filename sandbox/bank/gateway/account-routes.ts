import type { Hono } from "hono";
import type { Account } from "../../personas.ts";
import type { Book } from "../core/book.ts";
import { readerOf, recordsOf } from "../reads/given-read.ts";
import type { GivenRead, ReadLog } from "../reads/read-log.ts";
import type { Introspect } from "./access-token.ts";
import { accountResource } from "./account-resource.ts";
import { API_VERSIONS, type ApiVersion } from "./api-version.ts";
import { balanceResources } from "./balance-resource.ts";
import { type GatewayContext, type GatewayEnvironment, requireJsonAccepted, requireToken } from "./caller.ts";
import { chosenAccount, type DataAccess, dataAccess, type PermissionGroups } from "./data-access.ts";
import { transactionPage } from "./transaction-page.ts";

const ACCOUNTS: PermissionGroups = [["ReadAccountsBasic", "ReadAccountsDetail"]];
const BALANCES: PermissionGroups = [["ReadBalances"]];
const TRANSACTIONS: PermissionGroups = [
  ["ReadTransactionsBasic", "ReadTransactionsDetail"],
  ["ReadTransactionsCredits", "ReadTransactionsDebits"],
];

export interface AccountRoutesParts {
  readonly book: Book;
  /** What an app is given is written down there first, and it gets nothing that is not. */
  readonly reads: Pick<ReadLog, "add">;
  /** For reading alone: while the authorization server is away it may rest on what that said shortly before. */
  readonly introspectForReading: Introspect;
  /** The gateway's own origin, for links. */
  readonly origin: string;
  readonly now: () => Date;
}

/** What a handler gets once every check has passed. `account` is there on the routes of one account. */
interface Read {
  readonly context: GatewayContext;
  readonly version: ApiVersion;
  readonly access: DataAccess;
  readonly account: Account | undefined;
  readonly address: string;
  readonly now: Date;
}

/** Account information of the UK Read/Write API, in both versions. */
export function accountRoutes(
  app: Hono<GatewayEnvironment>,
  { book, reads, introspectForReading, origin, now }: AccountRoutesParts,
) {
  const read = (
    path: string,
    resource: GivenRead["resource"],
    permissions: PermissionGroups,
    answer: (read: Read) => Promise<object>,
  ) => {
    for (const version of API_VERSIONS) {
      app.get(`/open-banking/${version}/aisp${path}`, async (context) => {
        requireJsonAccepted(context);
        const token = await requireToken(context, introspectForReading);
        const at = now();
        const access = dataAccess(token, version, permissions, at);
        const accountId = context.req.param("accountId");
        const account = accountId === undefined ? undefined : chosenAccount(access, accountId);
        const address = `${origin}${context.req.path}`;
        const given = await answer({ context, version, access, account, address, now: at });
        await reads.add({
          ...readerOf(context, access.consentId, token.clientId),
          at: now(),
          resource,
          accounts: recordsOf(
            given,
            shown(access, account).map(({ id }) => id),
          ),
        });
        return context.json(given);
      });
    }
  };
  const accounts = async ({ access, account, version, address }: Read) => ({
    Data: {
      Account: shown(access, account).map((it) => accountResource(it, version, access.permissions)),
    },
    Links: { Self: address },
    Meta: { TotalPages: 1 },
  });
  const balances = async ({ access, account, version, address, now: asOf }: Read) => {
    const items = shown(access, account).map(async (it) =>
      balanceResources(it, await book.balances(it.id, asOf), asOf, version),
    );
    return { Data: { Balance: (await Promise.all(items)).flat() }, Links: { Self: address }, Meta: { TotalPages: 1 } };
  };
  const transactions = ({ context, ...request }: Read) =>
    transactionPage(book, { ...request, query: (name) => context.req.query(name) });

  read("/accounts", "accounts", ACCOUNTS, accounts);
  read("/accounts/:accountId", "accounts", ACCOUNTS, accounts);
  read("/balances", "balances", BALANCES, balances);
  read("/accounts/:accountId/balances", "balances", BALANCES, balances);
  read("/transactions", "transactions", TRANSACTIONS, transactions);
  read("/accounts/:accountId/transactions", "transactions", TRANSACTIONS, transactions);
}

const shown = (access: DataAccess, account: Account | undefined) => (account ? [account] : access.accounts);
