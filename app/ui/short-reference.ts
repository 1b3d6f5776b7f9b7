/**
 * What a customer reads out on the phone: the end of the correlation id, which is where ids differ that were made in the
 * same minute. Support finds the logs by it.
 *
 * @param correlationId an `x-fapi-interaction-id`, so possibly a TPP's own text.
 */
export function shortReference(correlationId: string): string {
  const end = correlationId
    .replace(/[^0-9a-z]/gi, "")
    .slice(-8)
    .toUpperCase();
  return end.length > 4 ? `${end.slice(0, 4)}-${end.slice(4)}` : end;
}
