import { z } from "zod";
import { TPPS } from "../../personas.ts";
import type { Order, TppId } from "./order.ts";
import { PERMISSIONS } from "./permissions.ts";

/** What the form sends: every field as text, permissions as a list. */
export type OrderFields = Readonly<Record<string, string | readonly string[]>>;

export type ParsedOrder =
  | { readonly order: Order }
  /** Messages by field name, in the words the page shows. */
  | { readonly problems: Readonly<Record<string, string>> };

const TPP_IDS = Object.values(TPPS).map((tpp) => tpp.id);

const digits = (value: string) => value.replaceAll(/[\s-]/g, "");
const noBlank = (value: string) => (value.trim() === "" ? undefined : value.trim());

const date = z.preprocess(
  (value) => (typeof value === "string" ? noBlank(value) : undefined),
  z.iso.date("Give a date as year-month-day").optional(),
);

const text = (label: string, longest: number) =>
  z
    .string(`Give ${label}`)
    .trim()
    .min(1, `Give ${label}`)
    .max(longest, `At most ${longest} characters`)
    // A control character in a payee's name would be invisible on the consent page.
    .regex(/^\P{Cc}*$/u, "Use ordinary letters, digits and punctuation");

const base = {
  tpp: z.enum(TPP_IDS as [TppId, ...TppId[]], "Choose who asks"),
  version: z.enum(["v3.1", "v4.0"], "Choose a version"),
};

const accountAccess = z
  .object({
    ...base,
    permission: z.array(z.enum(PERMISSIONS as [string, ...string[]])).min(1, "Choose at least one permission"),
    accessEnds: date,
    transactionsFrom: date,
    transactionsTo: date,
  })
  .refine(
    (fields) => !(fields.transactionsFrom && fields.transactionsTo) || fields.transactionsFrom <= fields.transactionsTo,
    {
      path: ["transactionsTo"],
      message: "The last day is before the first",
    },
  );

const payment = z
  .object({
    ...base,
    amount: z
      .string("Give an amount")
      .trim()
      .regex(/^\d{1,7}(\.\d{1,2})?$/, "Give an amount in pounds, such as 42.50")
      .refine((value) => Number(value) > 0, "The amount must be more than nothing")
      .transform((value) => Number(value).toFixed(2)),
    payeeName: text("the payee's name", 70),
    payeeSortCode: sortCode("Give six digits"),
    payeeAccountNumber: accountNumber("Give eight digits"),
    reference: text("a reference", 35),
    debtorSortCode: z.preprocess((value) => noBlank(String(value ?? "")), sortCode("Give six digits").optional()),
    debtorAccountNumber: z.preprocess(
      (value) => noBlank(String(value ?? "")),
      accountNumber("Give eight digits").optional(),
    ),
  })
  .refine((fields) => (fields.debtorSortCode === undefined) === (fields.debtorAccountNumber === undefined), {
    path: ["debtorAccountNumber"],
    message: "Give both sort code and account number, or neither",
  });

/**
 * Checks the shape of what was typed. Which permissions go together is the bank's to say: the workbench sends a
 * forbidden set and shows the answer.
 */
export function parseOrder(kind: Order["kind"], fields: OrderFields): ParsedOrder {
  if (kind === "account_access") {
    const parsed = accountAccess.safeParse(fields);
    if (!parsed.success) return { problems: problemsOf(parsed.error) };
    const { tpp, version, permission, accessEnds, transactionsFrom, transactionsTo } = parsed.data;
    return {
      order: {
        kind,
        tppId: tpp,
        apiVersion: version,
        permissions: permission,
        ...(accessEnds ? { accessEnds } : {}),
        ...(transactionsFrom ? { transactionsFrom } : {}),
        ...(transactionsTo ? { transactionsTo } : {}),
      },
    };
  }
  const parsed = payment.safeParse(fields);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const { tpp, version, amount, payeeName, reference, debtorSortCode, debtorAccountNumber, ...payee } = parsed.data;
  return {
    order: {
      kind,
      tppId: tpp,
      apiVersion: version,
      amount,
      payeeName,
      payeeAccount: payee.payeeSortCode + payee.payeeAccountNumber,
      reference,
      ...(debtorSortCode && debtorAccountNumber ? { debtorAccount: debtorSortCode + debtorAccountNumber } : {}),
    },
  };
}

function sortCode(message: string) {
  return z
    .string(message)
    .transform(digits)
    .pipe(z.string().regex(/^\d{6}$/, message));
}

function accountNumber(message: string) {
  return z
    .string(message)
    .transform(digits)
    .pipe(z.string().regex(/^\d{8}$/, message));
}

function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[String(issue.path[0] ?? "form")] ??= issue.message;
  return problems;
}
