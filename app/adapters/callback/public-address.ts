import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to anybody in the public internet. Everything else is refused by its class: loopback,
 * private, link-local (where clouds keep their metadata), carrier-grade NAT, unique local, multicast, reserved, and every
 * way of writing a version 4 address inside version 6, since what is inside may be any of these.
 *
 * @param address without brackets; whatever is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL, 3);
}

/** All of version 6 that was ever given out (RFC 4291, section 2.4); outside of it are old forms such as `::127.0.0.1`. */
const GLOBAL = ipaddr.IPv6.parse("2000::");
