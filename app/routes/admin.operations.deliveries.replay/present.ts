import { REPLAYED_AT_ONCE } from "~/domain/notifications/replayed-at-once";
import { paths } from "~/paths";
import type { Endpoint } from "~/ports/delivery-desk";
import type { ReplayView } from "~/ui/admin/replay-page";
import { figure } from "~/ui/admin/staff-words";
import { searchOfEndpoint } from "../admin.operations.deliveries._index/asked";

interface Left {
  readonly queued: number;
  readonly dead: number;
}

/** How much would be sent again now, what of it waits for a next time, and what is on its way already. */
export function presentReplay(of: Endpoint, { queued, dead }: Left, atOnce = REPLAYED_AT_ONCE): ReplayView {
  const sent = Math.min(dead, atOnce);
  return {
    name: of.name,
    what: sent === 1 ? "1 delivery" : `${figure(sent)} deliveries`,
    isOne: sent === 1,
    isNone: dead === 0,
    isMail: of.channel === "e-mail",
    ...(dead > atOnce && { atOnce: figure(atOnce) }),
    ...(queued > 0 && { queued: queued > atOnce ? `More than ${figure(atOnce)}` : figure(queued) }),
    back: paths.adminDeliveriesOf(searchOfEndpoint(of)),
  };
}
