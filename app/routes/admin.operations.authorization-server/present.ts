import type { ClientId } from "~/domain/shared/ids";
import { certificateWatch } from "~/domain/tpp/registration";
import type { AuthorityClient } from "~/ports/authority-console";
import type { AuthorityClientView } from "~/ui/admin/operations-view";
import { day } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { certificateWord } from "../admin.tpps._index/present";

/**
 * Who may use the authorization server, the TPPs first.
 *
 * @param ends of certificates, by the register: the authorization server tells whose one is, and not until when.
 */
export function presentClients(
  clients: readonly AuthorityClient[],
  ends: ReadonlyMap<ClientId, Date>,
  now: Date,
): readonly AuthorityClientView[] {
  return [...clients]
    .sort((a, b) => Number(a.isBank) - Number(b.isBank) || (a.clientId < b.clientId ? -1 : 1))
    .map((client) => ({
      id: client.clientId,
      name: client.name ?? "No name",
      whose: whoseOf(client),
      workspace: client.workspace ?? "–",
      authentication: authenticationOf(client),
      certificate: certificateOf(ends.get(client.clientId), now),
      keys: client.keys.map(({ kid, algorithm }) => (algorithm ? `${kid} (${algorithm})` : kid)),
      scopes: client.scopes.join(", ") || "–",
    }));
}

function certificateOf(end: Date | undefined, now: Date): AuthorityClientView["certificate"] {
  const due = certificateWatch(end, now);
  return end && { until: day(end), warning: due === undefined ? undefined : certificateWord(due) };
}

const whoseOf = ({ isBank, standing }: AuthorityClient): StandingView => {
  const why = isBank ? "The bank’s own" : "TPP";
  return standing === "barred" ? { word: "Not active", tone: "bad", why } : { word: "Active", tone: "good", why };
};

/** RFC 7591, RFC 8705 and OpenID Connect Core, section 9; another way is called as it is registered. */
const WAYS: Readonly<Record<string, string>> = {
  tls_client_auth: "Certificate",
  self_signed_tls_client_auth: "Certificate of its own making",
  private_key_jwt: "Signed with its key",
  client_secret_basic: "Secret",
  client_secret_post: "Secret",
  client_secret_jwt: "Signed with a secret",
  none: "Nothing",
};

function authenticationOf({ authentication, certificateSubject }: AuthorityClient): string {
  if (!authentication) return "Not told";
  const way = WAYS[authentication] ?? authentication;
  return certificateSubject ? `${way}: ${certificateSubject}` : way;
}
