import { v7 as uuidv7 } from "uuid";
import type { AccessEvent } from "../app/domain/access/access-event.ts";
import { asAccountId, asClientId, asConsentId } from "../app/domain/shared/ids.ts";

/** A hundred customers' apps that read three sorts of data of two accounts, as of now. */
export const readsToTell = (count: number): AccessEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date();
    return {
      id: uuidv7({ msecs: at.getTime() }),
      at,
      consentId: asConsentId(`aac-${index % 100}`),
      clientId: asClientId("tpp-beacon"),
      resource: (["accounts", "balances", "transactions"] as const)[index % 3] ?? "accounts",
      present: index % 2 === 0,
      interactionId: crypto.randomUUID(),
      accounts: ["acc-1", "acc-2"].map((id) => ({ account: asAccountId(id), records: 10 })),
    };
  });
