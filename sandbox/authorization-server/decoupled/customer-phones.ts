import { Agent, fetch } from "undici";
import type { TlsIdentity } from "../../service.ts";

/** Where customers are told that a TPP without a browser asks for them. */
export interface CustomerPhones {
  /** Whether this is a customer, and can be told. @throws when nobody answers. */
  reaches(customerId: string): Promise<boolean>;
  /** @throws when it was not sent. */
  notify(customerId: string, notice: { readonly text: string; readonly link: string }): Promise<void>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 3_000;

/** @param identityProvider where it takes notices, behind our client certificate. */
export function createCustomerPhones(identityProvider: string, { ca, cert, key }: TlsIdentity): CustomerPhones {
  const agent = new Agent({ connect: { ca, cert, key } });
  const call = async (customerId: string, init: object): Promise<number> => {
    const answer = await fetch(`${identityProvider}/notices/${encodeURIComponent(customerId)}`, {
      dispatcher: agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    });
    await answer.body?.cancel();
    return answer.status;
  };
  return {
    async reaches(customerId) {
      const status = await call(customerId, { method: "GET" });
      if (status !== 204 && status !== 404) throw new Error(`the identity provider answered ${status}`);
      return status === 204;
    },
    async notify(customerId, notice) {
      const status = await call(customerId, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(notice),
      });
      if (status !== 202) throw new Error(`the identity provider answered a notice with ${status}`);
    },
    close: () => agent.close(),
  };
}
