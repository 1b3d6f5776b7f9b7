/** The bank's drawn mark: its shape and colours are in the brand's tokens, so that no page has to carry them. */
export function BankMark() {
  return <span className="bank-mark" />;
}
