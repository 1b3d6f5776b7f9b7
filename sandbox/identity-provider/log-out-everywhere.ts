import type Provider from "oidc-provider";
import type { Logger } from "pino";

/** The library's own sender of logout tokens, which its types leave out. */
interface ToldOfLogOuts {
  readonly clientId: string;
  backchannelLogout(subject: string): Promise<void>;
}

/** Relying parties at which people have sessions of their own. */
const WITH_SESSIONS = ["assent"];

/**
 * Tells every relying party that somebody has logged out, in all of their browsers (OpenID Connect Back-Channel Logout 1.0):
 * there is no `sid`, because nobody has a session here that outlives their sign-in.
 */
export const logOutEverywhere = (provider: Provider, log: Logger) => async (subject: string) => {
  const told = WITH_SESSIONS.map(async (clientId) => {
    const client = (await provider.Client.find(clientId)) as unknown as ToldOfLogOuts | undefined;
    await client?.backchannelLogout(subject);
  });
  for (const outcome of await Promise.allSettled(told)) {
    if (outcome.status === "rejected") log.warn({ err: outcome.reason }, "a relying party was not told of a log-out");
  }
};
