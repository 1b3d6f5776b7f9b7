import type { ClientId, CustomerId, StaffId } from "../shared/ids";

/** Who did it. `system` is what runs by itself: the clock, a rule, the authorization server without saying for whom. */
export type Actor =
  | { readonly type: "customer"; readonly id: CustomerId }
  | { readonly type: "tpp"; readonly id: ClientId }
  | { readonly type: "staff"; readonly id: StaffId }
  | { readonly type: "system" };

export type ActorType = Actor["type"];
