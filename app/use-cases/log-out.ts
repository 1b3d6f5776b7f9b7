import type { CustomerId, CustomerSessionId } from "~/domain/shared/ids";
import type { CustomerSessions, EndedAtBank } from "~/ports/customer-sessions";
import type { SecondDeviceDesk } from "~/ports/second-device-desk";

interface Needs {
  readonly sessions: CustomerSessions;
  readonly devices: Pick<SecondDeviceDesk, "putOut">;
}

/**
 * The ways in which a customer logs out. Each first puts out the second devices that were let in under what ends (P-24),
 * so that one which fails half way is found again by trying again.
 *
 * @throws DeskUnavailable from every way
 */
export const logOutWays = ({ sessions, devices }: Needs) => ({
  /** Of the browser that has this token. */
  async here(token: string): Promise<void> {
    const live = await sessions.use(token);
    if (live) await devices.putOut({ customer: live.customer, session: live.id });
    await sessions.end(token);
  },
  /** Of another browser of the same customer. */
  async there(customer: CustomerId, session: CustomerSessionId): Promise<void> {
    await devices.putOut({ customer, session });
    await sessions.endOne(customer, session);
  },
  async everywhere(customer: CustomerId): Promise<void> {
    await devices.putOut({ customer });
    await sessions.endAll(customer);
  },
  /** What has ended at the identity provider; without a session of its own, all of the customer's. */
  async atBank(ended: EndedAtBank): Promise<void> {
    if (ended.customer && !ended.bankSession) await devices.putOut({ customer: ended.customer });
    for (const { id: session, customer } of await sessions.ofBank(ended)) await devices.putOut({ customer, session });
    await sessions.endAtBank(ended);
  },
});
