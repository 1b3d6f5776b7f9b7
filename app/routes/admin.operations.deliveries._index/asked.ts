import type { Channel } from "~/domain/notifications/channel";
import type { DeadPlace, Endpoint } from "~/ports/delivery-desk";

const CHANNELS = ["tpp", "e-mail", "in-app", "analytics"] as const satisfies readonly Channel[];
const PLACE = /^(\d{1,17})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
const LONGEST_NAME = 256;

/** Whose deliveries an address is about; undefined for none. @throws Response 400 */
export function endpointIn(query: URLSearchParams): Endpoint | undefined {
  const [given, name] = [query.get("channel"), query.get("endpoint")];
  if (given === null && name === null) return undefined;
  const channel = CHANNELS.find((each) => each === given);
  if (!channel || !name || name.length > LONGEST_NAME || name.includes("\0")) throw new Response(null, { status: 400 });
  return { channel, name };
}

/** From where on. @throws Response 400 */
export function deadPlaceIn(query: URLSearchParams): DeadPlace | undefined {
  const side = query.has("after") ? "after" : "before";
  const given = query.get(side);
  if (given === null) return undefined;
  const [, at, id] = PLACE.exec(given) ?? [];
  if (!at || !id) throw new Response(null, { status: 400 });
  return { side, at, id };
}

export const searchOfEndpoint = (of: Endpoint | undefined, place?: DeadPlace): URLSearchParams =>
  new URLSearchParams({
    ...(of && { channel: of.channel, endpoint: of.name }),
    ...(place && { [place.side]: `${place.at}.${place.id}` }),
  });

export const CHANNEL_WORDS = {
  tpp: "Signed event",
  "e-mail": "Mail",
  "in-app": "In the app",
  analytics: "Analytics",
} as const satisfies Record<Channel, string>;
