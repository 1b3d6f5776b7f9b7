import type { Database } from "#db/client.server";
import { createFactorDesk } from "#db/queries/factor-desk";
import { createPasskeyCheck } from "~/adapters/passkey/simplewebauthn.server";
import type { Env } from "~/env.server";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";
import type { CustomerVault } from "~/ports/customer-vault";
import { agreeNow } from "~/use-cases/agree-now";
import { askFactor } from "~/use-cases/ask-factor";
import { confirmConsent } from "~/use-cases/confirm-consent";
import { factorStanding } from "~/use-cases/factor-standing";
import { sendFactorCode } from "~/use-cases/send-factor-code";
import { viewConfirmation } from "~/use-cases/view-confirmation";
import type { ConsentView } from "~/use-cases/view-consent-request";
import { createCodeMac } from "../code-mac.server";
import type { Upstreams } from "./upstreams.server";

interface Given {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly upstreams: Pick<Upstreams, "factors">;
  readonly settings: Pick<Env, "BANK_FACTORS_URL" | "FACTOR_FREE_UP_TO" | "FACTOR_RP_ID" | "PUBLIC_ORIGIN">;
}

interface Needs {
  readonly desk: ConsentDesk;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
  readonly now: () => Date;
}

/** How a yes is confirmed where the log-in is not enough. Nobody is asked where the bank has nothing to ask for. */
export function wireFactors(db: Database, { tenant, vault, upstreams: { factors }, settings }: Given, needs: Needs) {
  const { desk, now } = needs;
  const factorDesk = createFactorDesk(db, { tenant, vault });
  const standing = factorStanding({ factorDesk, agreeNow: agreeNow(needs) });
  const codeMac = createCodeMac();
  const passkeyCheck = createPasskeyCheck({ origin: settings.PUBLIC_ORIGIN, rpId: rpIdOf(settings) });
  return {
    askFactor:
      settings.BANK_FACTORS_URL === undefined
        ? undefined
        : askFactor({ factorDesk, now, freeUpTo: settings.FACTOR_FREE_UP_TO }),
    viewConfirmation: viewConfirmation({ standing, factors }),
    sendFactorCode: sendFactorCode({ standing, factorDesk, factors, codeMac }),
    confirmConsent: confirmConsent({ standing, desk, factorDesk, factors, codeMac, passkeyCheck }),
    passkeysAreFor: rpIdOf(settings),
  };
}

const rpIdOf = ({ FACTOR_RP_ID, PUBLIC_ORIGIN }: Given["settings"]): string =>
  FACTOR_RP_ID ?? new URL(PUBLIC_ORIGIN).hostname;
