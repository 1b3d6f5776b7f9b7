import { promises as dns } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { AddressRefused } from "../post.server";
import { isPublicAddress } from "./public-address";

/**
 * Keeps us from being sent into our own network (server-side request forgery): a TPP sets the address, and we are the ones
 * who connect.
 */
export interface CallbackGuard {
  /** Whether we would connect to this address now. */
  isAllowed(url: string): Promise<boolean>;
  /** Whether its spelling alone forbids it: no https, credentials, a port of somebody else's, an address that is not public. */
  isWellFormed(url: string): boolean;
  /**
   * For the connection itself: resolves the name, checks every address, and connects to nothing else. There is no time
   * between the check and the use in which the name could come to mean something else.
   */
  readonly lookup: LookupFunction;
}

interface Needs {
  /** Names that may lead anywhere. Sandbox only. */
  readonly allowedHosts: readonly string[];
  /** All addresses of a name. Rejects when it has none. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export function createCallbackGuard({ allowedHosts, resolve = resolvePublicly }: Needs): CallbackGuard {
  const isExempt = (host: string) => allowedHosts.includes(nameOf(host));

  const addressesOf = async (host: string): Promise<readonly string[]> => {
    if (isExempt(host)) return (await dns.lookup(nameOf(host), { all: true })).map(({ address }) => address);
    const addresses = isIP(host) ? [host] : await resolve(nameOf(host));
    if (addresses.length === 0 || !addresses.every(isPublicAddress)) throw new AddressRefused("address not allowed");
    return addresses;
  };

  const isWellFormed = (text: string): boolean => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password, port, hash, hostname } = new URL(text);
    if (protocol !== "https:" || username || password || hash) return false;
    // 443 is written as no port. Below 1024 live other protocols.
    if (port !== "" && Number(port) < 1_024) return false;
    if (isExempt(hostname)) return true;
    const literal = hostname.replace(/^\[|\]$/g, "");
    return isIP(literal) ? isPublicAddress(literal) : isPublicName(nameOf(hostname));
  };

  return {
    isWellFormed,
    async isAllowed(url) {
      if (!isWellFormed(url)) return false;
      const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
      return addressesOf(host).then(
        () => true,
        () => false,
      );
    },
    lookup: (host, { all, family }, done) => {
      const fits = ({ family: its }: { family: number }) => !family || family === its || family === `IPv${its}`;
      addressesOf(host).then(
        (addresses) => {
          const found = addresses.map((address) => ({ address, family: isIP(address) })).filter(fits);
          const [first] = found;
          if (!first) done(new AddressRefused("address not allowed"), "", 0);
          else if (all) done(null, found);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, "", 0),
      );
    },
  };
}

/** The root's dot at the end changes nothing about where a name leads. */
const nameOf = (host: string) => host.toLowerCase().replace(/\.$/, "");

/** Top-level names that no public name has (RFC 6761, RFC 6762, RFC 8375, and `internal` as ICANN reserves it). */
const PRIVATE = new Set(["localhost", "local", "internal", "arpa", "test", "invalid", "example", "onion", "alt"]);

/** A name without a dot is looked up among the bank's own. */
function isPublicName(name: string): boolean {
  const labels = name.split(".");
  return name.length <= 253 && labels.length > 1 && labels.every(Boolean) && !PRIVATE.has(labels.at(-1) ?? "");
}

/**
 * Asks name servers and nothing else: no hosts file, no search list. And not in the threads that sign and seal, which a
 * name server that does not answer would keep.
 */
async function resolvePublicly(host: string): Promise<readonly string[]> {
  const resolver = new dns.Resolver({ timeout: 1_500, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  if (four.status === "rejected" && six.status === "rejected") throw four.reason;
  return [four, six].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}
