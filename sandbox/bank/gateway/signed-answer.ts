import type { GatewayContext } from "./caller.ts";

/** Signs a body as the bank: the value of `x-jws-signature`. */
export type SignMessage = (body: string) => Promise<string>;

/** An answer with its signature (UK Read/Write API, message signing). */
export async function signedAnswer(
  context: GatewayContext,
  sign: SignMessage,
  resource: object,
  status: 200 | 201,
): Promise<Response> {
  const body = JSON.stringify(resource);
  return context.body(body, status, { "content-type": "application/json", "x-jws-signature": await sign(body) });
}
