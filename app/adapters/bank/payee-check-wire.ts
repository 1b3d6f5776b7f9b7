import { z } from "zod";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { Payee } from "~/domain/consent-kinds/payment-terms";
import type { HttpAnswer } from "../http.server";

/** Confirmation of payee: `POST /payee-checks`. */
const answerSchema = z.discriminatedUnion("result", [
  z.object({ result: z.enum(["match", "no_match", "unavailable"]) }),
  z.object({ result: z.literal("close_match"), name: z.string().min(1).max(350) }),
]);

const SCHEMES: Readonly<Record<string, string>> = {
  "sort-code-account-number": "sort_code_account_number",
  iban: "iban",
};

/** Undefined for what has no name that could be checked: cards, and schemes that we do not know. */
export function payeeToCheck({ name, scheme, identification }: Payee): string | undefined {
  const known = SCHEMES[scheme];
  return known && JSON.stringify({ name, scheme: known, number: identification });
}

/** What is no answer is none: a payment is not held up by it. */
export function payeeCheckFrom({ status, json }: HttpAnswer): PayeeCheck {
  const read = status === 200 ? answerSchema.safeParse(json).data : undefined;
  switch (read?.result) {
    case "match":
      return { result: "match" };
    case "no_match":
      return { result: "no-match" };
    case "close_match":
      return { result: "close-match", name: read.name };
    default:
      return { result: "unavailable" };
  }
}
