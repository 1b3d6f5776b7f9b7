import type { ClientId } from "~/domain/shared/ids";
import type { CallContext } from "./authorization-server";

/** What staff see of the authorization server itself: who may use it, and how each proves who they are. */
export interface AuthorityConsole {
  /** @throws AuthorityError `unavailable` */
  registrations(context: CallContext): Promise<readonly AuthorityClient[]>;
}

/** As it is registered. Every text is hostile. */
export interface AuthorityClient {
  readonly clientId: ClientId;
  readonly name: string | undefined;
  /** One of the bank's own systems, and no TPP. */
  readonly isBank: boolean;
  readonly workspace?: string;
  readonly standing?: "active" | "barred";
  /** As RFC 7591 names the ways, such as `tls_client_auth`; absent where it is not told. */
  readonly authentication?: string;
  readonly certificateSubject?: string;
  readonly scopes: readonly string[];
  readonly keys: readonly { readonly kid: string; readonly algorithm?: string }[];
}
