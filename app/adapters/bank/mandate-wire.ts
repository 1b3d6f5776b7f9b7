import { z } from "zod";
import { asCustomerId } from "~/domain/shared/ids";
import { type Money, parseMoney } from "~/domain/shared/money";
import type { Mandate } from "~/domain/signers/mandate";
import { BankUnavailable } from "~/ports/bank";

const rule = z.record(z.string().min(1), z.int().min(1).max(100)).refine((each) => Object.keys(each).length > 0);

/** Who signs for an account, as the bank's look-up tells it. */
export const mandateSchema = z.object({
  signers: z.array(z.object({ customer: z.string().min(1), name: z.string(), group: z.string().min(1) })),
  pay: z
    .array(
      z.object({
        upTo: z.object({ amount: z.string(), currency: z.string() }).nullish(),
        anyOf: z.array(rule),
      }),
    )
    .min(1),
  // An empty one is a rule that nobody can meet, and not the absence of one.
  share: z.array(rule).nullish(),
  vulnerable: z.array(z.string()).nullish(),
});

/**
 * @throws BankUnavailable for amounts that are none, or not in rising order up to a band without one: an account whose
 *   rule is not understood is not offered by another.
 */
export function mandateFrom({ signers, pay, share, vulnerable }: z.infer<typeof mandateSchema>): Mandate {
  const bands = pay.map(({ upTo, anyOf }) => ({ ...(upTo && { upTo: moneyFrom(upTo) }), anyOf }));
  const rises = bands.every(({ upTo }, at) => {
    const next = bands[at + 1];
    if (!next) return upTo === undefined;
    return upTo !== undefined && (!next.upTo || (next.upTo.currency === upTo.currency && next.upTo.minor > upTo.minor));
  });
  if (!rises) throw new BankUnavailable("the bank's answer has a mandate whose amounts do not rise");
  return {
    signers: signers.map(({ customer, ...signer }) => ({ ...signer, customer: asCustomerId(customer) })),
    pay: bands,
    ...(share && { share }),
    vulnerable: (vulnerable ?? []).map(asCustomerId),
  };
}

function moneyFrom({ amount, currency }: { readonly amount: string; readonly currency: string }): Money {
  const money = parseMoney(amount, currency);
  if (!money) throw new BankUnavailable("the bank's answer has a mandate with an amount that is none");
  return money;
}
