import type Provider from "oidc-provider";
import type { Lockout } from "./lockout.ts";
import type { PasskeyParts } from "./passkeys/passkey-routes.ts";
import type { Person } from "./people.ts";

/** What signing in is made of. */
export interface SignInParts extends PasskeyParts {
  readonly provider: Provider;
  /** Where the pages live; forms from anywhere else are refused. */
  readonly origin: string;
  readonly lockout: Lockout;
  readonly checkPassword: (username: string, password: string) => Promise<Person | undefined>;
}
