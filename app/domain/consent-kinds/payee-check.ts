/**
 * What the payee's bank says of the name that a payment gives (confirmation of payee). A close match names the holder,
 * so that the customer can tell whether it is meant; no match never does, because the name is not theirs to learn.
 */
export type PayeeCheck =
  | { readonly result: "match" | "no-match" | "unavailable" }
  | { readonly result: "close-match"; readonly name: string };
