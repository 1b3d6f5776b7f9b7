import type { CustomerId } from "~/domain/shared/ids";
import { type CodeMessage, type CustomerFactors, type Factors, FactorsUnavailable } from "~/ports/factors";

/** An identity provider's factors in this process, for tests; down on command. */
export interface InMemoryFactors extends Factors {
  down: boolean;
  /** By customer. */
  known: Record<CustomerId, CustomerFactors>;
  readonly sent: CodeMessage[];
}

export function createInMemoryFactors(): InMemoryFactors {
  const reach = () => {
    if (factors.down) throw new FactorsUnavailable("told to be down");
  };
  const factors: InMemoryFactors = {
    down: false,
    known: {},
    sent: [],
    async of(customer) {
      reach();
      return factors.known[customer];
    },
    async passkeyUsed(customer, id, counter) {
      reach();
      const known = factors.known[customer];
      const passkey = known?.passkeys.find((each) => each.id === id);
      if (!known || !passkey) throw new FactorsUnavailable("no such passkey");
      // Some never count (WebAuthn, section 6.1.1).
      if (counter <= passkey.counter && (counter > 0 || passkey.counter > 0)) return false;
      const passkeys = known.passkeys.map((each) => (each.id === id ? { ...each, counter } : each));
      factors.known[customer] = { ...known, passkeys };
      return true;
    },
    async sendCode(customer, message) {
      reach();
      if (!factors.known[customer]?.phoneEnding) throw new FactorsUnavailable("no phone to send a code to");
      factors.sent.push(message);
    },
  };
  return factors;
}
