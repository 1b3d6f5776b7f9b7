import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { type LineId, linesFor } from "~/domain/permissions/clusters";
import type { Example, ExampleOrder, ExampleParty, ExampleTransaction } from "~/domain/preview/example";
import { shortened, shortenedMail } from "~/domain/preview/shortened";
import type { CustomerId } from "~/domain/shared/ids";
import { isolated, leftToRight } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { ExampleRow, ExampleView } from "~/ui/example-view";
import { maskedNumber, nicknameOf } from "~/ui/present-account";
import type { Preview } from "~/use-cases/preview-own-data";

interface About {
  /** The TPP's brand: plain and isolated. */
  readonly app: string;
  readonly customer: CustomerId;
}

interface Context {
  readonly account: BankAccount;
  readonly example: Example;
  readonly customer: CustomerId;
  readonly words: Words;
}

/**
 * An example, line by line as it is asked for. Every text in it came from outside: it is plain, isolated, and shortened
 * where it names somebody else or a number, because others may be looking at the screen too.
 */
export function presentExample(preview: Preview, { app, customer }: About, words: Words): ExampleView {
  const { cluster, account, access, example } = preview;
  const own = words.examples;
  const lines = example ? linesFor(access.permissions) : [];
  const titleWith = (number: string) => own.title(nicknameOf(account, words), number);
  const { shown, digits } = maskedNumber(account.number);
  const context = { account, customer, words, ...(example && { example }) };
  return {
    cluster,
    title: titleWith(leftToRight(shown)),
    spokenTitle: titleWith(words.account.ending(digits)),
    note: own.onlyYou(app),
    lines: lines.map(({ id }) => ({
      id,
      label: formatsFor(words.locale).capitalised(words.lines[id].short),
      // A row of which nothing can be seen is none.
      rows: ROWS[id](context as Context).filter(({ text }) => text !== ""),
      none: own.none,
    })),
    ...(!example && { failed: own.failed }),
  };
}

const ROWS: Readonly<Record<LineId, (context: Context) => readonly ExampleRow[]>> = {
  "accounts-basic": (context) => [row(context.words, aboutAccount(context))],
  "accounts-detail": (context) => [
    row(context.words, [...holdersOf(context), maskedNumber(context.account.number)]),
    row(context.words, aboutAccount(context)),
  ],
  balances: ({ account, words }) => [{ text: nicknameOf(account, words), amount: moneyOf(account.balance, words) }],
  "card-number": ({ account, words }) =>
    account.number.scheme === "card" ? [row(words, [maskedNumber(account.number)])] : [],
  "beneficiaries-basic": payees,
  "beneficiaries-detail": payees,
  "standing-orders-basic": standingOrders,
  "standing-orders-detail": standingOrders,
  "direct-debits": ({ example, words }) =>
    example.directDebits.map(({ collector, last, lastOn }) => ({
      ...row(words, [...named(collector), ...(lastOn ? [words.examples.lastOn(dayOf(lastOn, words))] : [])]),
      ...(last && { amount: moneyOf(last, words) }),
    })),
  "scheduled-payments-basic": scheduled,
  "scheduled-payments-detail": scheduled,
  "transactions-basic-in": transactions,
  "transactions-basic-out": transactions,
  "transactions-basic-both": transactions,
  "transactions-detail-in": transactions,
  "transactions-detail-out": transactions,
  "transactions-detail-both": transactions,
  "statements-basic": statements,
  "statements-detail": statements,
  products: ({ example, words }) => texts(example.products, words),
  offers: ({ example, words }) => texts(example.offers, words),
  "party-holders": (context) => parties(context, context.example.parties),
  "party-self": (context) =>
    parties(
      context,
      context.example.parties.filter(({ customer }) => customer === context.customer),
    ),
};

function aboutAccount({ account, words }: Context): readonly string[] {
  const { currency } = formatsFor(words.locale);
  return [nicknameOf(account, words), words.account.kinds[account.kind], currency(account.balance.currency)];
}

/** The customer's own name in full: it tells them nothing new, and that it is theirs. */
const holdersOf = ({ account, customer }: Context): readonly string[] =>
  account.holders.flatMap((holder) => (holder.customer === customer ? ownName(holder.name) : named(holder.name)));

function payees({ example, words }: Context): readonly ExampleRow[] {
  return example.payees.map(({ name, number }) => row(words, [...named(name), ...maskedOf(number)]));
}

function standingOrders({ example, words }: Context): readonly ExampleRow[] {
  return example.standingOrders.map((order) => orderRow(order, words.examples.nextOn, words));
}

function scheduled({ example, words }: Context): readonly ExampleRow[] {
  return example.scheduledPayments.map((order) => orderRow(order, (date) => date, words));
}

function orderRow({ amount, on, number }: ExampleOrder, when: (date: string) => string, words: Words): ExampleRow {
  return { ...row(words, [when(dayOf(on, words)), ...maskedOf(number)]), amount: moneyOf(amount, words) };
}

function transactions({ example, words }: Context): readonly ExampleRow[] {
  return example.transactions.map((transaction) => transactionRow(transaction, words));
}

function transactionRow(
  { bookedAt, direction, amount, party, text, balanceAfter }: ExampleTransaction,
  words: Words,
): ExampleRow {
  const { moneyIn, moneyOut, balanceAfter: after } = words.examples;
  const written = moneyOf(amount, words);
  return {
    ...row(words, [
      dayOf(bookedAt, words),
      ...(party ? named(party) : []),
      ...(text ? named(text) : []),
      ...(balanceAfter ? [after(moneyOf(balanceAfter, words))] : []),
    ]),
    amount: direction === "in" ? moneyIn(written) : moneyOut(written),
  };
}

function statements({ example, words }: Context): readonly ExampleRow[] {
  const { between } = words.accountAccess.history;
  return example.statements.map(({ from, to, closing }) => ({
    text: between(dayOf(from, words), dayOf(to, words)),
    ...(closing && { amount: moneyOf(closing, words) }),
  }));
}

function parties({ customer, words }: Context, shown: readonly ExampleParty[]): readonly ExampleRow[] {
  return shown.map((party) =>
    row(words, [
      ...(party.customer === customer ? ownName(party.name) : named(party.name)),
      ...(party.email ? visible(party.email, shortenedMail) : []),
      ...(party.phone ? maskedOf({ scheme: "other", identification: party.phone }) : []),
    ]),
  );
}

const texts = (list: readonly string[], words: Words) =>
  list.flatMap((text) => visible(text).map((part) => row(words, [part])));

/** Of an account or a phone, of which only the end is shown. */
interface Masked {
  readonly shown: string;
  readonly digits: string;
}

function row(words: Words, parts: readonly (string | Masked)[]): ExampleRow {
  const { enumeration } = formatsFor(words.locale);
  const said = (number: (masked: Masked) => string) =>
    enumeration(parts.map((part) => (typeof part === "string" ? part : number(part))));
  const text = said(({ shown }) => leftToRight(shown));
  const spoken = said(({ digits }) => words.account.ending(digits));
  return { text, ...(spoken !== text && { spoken }) };
}

function visible(text: string, shorten = (whole: string) => whole): readonly string[] {
  const plain = plainText(text);
  return plain === undefined ? [] : [isolated(shorten(plain))];
}

const named = (name: string) => visible(name, shortened);
const ownName = (name: string) => visible(name);
const maskedOf = (number: AccountReference | undefined) => (number ? [maskedNumber(number)] : []);
const dayOf = (instant: Date, words: Words) => formatsFor(words.locale).date(instant);
const moneyOf = (money: Money, words: Words) => formatsFor(words.locale).money(money);
