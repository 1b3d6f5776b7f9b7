import { validate as isUuid } from "uuid";

/**
 * By which the same form asks once, however often it is sent.
 *
 * @throws Response 400 for what no page of ours wrote
 */
export function keyIn(form: FormData): string {
  const key = form.get("key");
  if (typeof key !== "string" || !isUuid(key)) throw new Response(null, { status: 400 });
  return key;
}
