import type { Connection } from "~/domain/consent/connection";
import { DeskUnavailable, type Visit } from "~/ports/consent-desk";
import type { ConsentRegister } from "~/ports/consent-register";

interface Needs {
  readonly register: Pick<ConsentRegister, "connectionOf">;
}

/**
 * What the customer and the app have had with each other before this request. Only a notice hangs on it: when our record
 * cannot be read there is none, and the page does without.
 */
export const viewConnection =
  ({ register }: Needs) =>
  async ({ customer, clientId, consentId }: Visit): Promise<Connection | undefined> => {
    try {
      return await register.connectionOf(customer, clientId, consentId);
    } catch (error) {
      if (error instanceof DeskUnavailable) return undefined;
      throw error;
    }
  };
