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
import { meetFactor } from "~/use-cases/meet-factor";
import { bringCode, sendFactorCode } from "~/use-cases/send-factor-code";
import { viewConfirmation } from "~/use-cases/view-confirmation";
import type { ConsentView } from "~/use-cases/view-consent-request";
import { createCodeMac } from "../code-mac.server";
import type { Upstreams } from "./upstreams.server";

interface Given {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly upstreams: Pick<Upstreams, "factors">;
  readonly settings: Pick<Env, "BANK_FACTORS_URL" | "FACTOR_RP_ID" | "PUBLIC_ORIGIN">;
}

interface Needs {
  readonly desk: ConsentDesk;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
  readonly now: () => Date;
}

/** What a yes is confirmed by where the log-in is not enough. Nobody is asked where the bank has nothing to ask for. */
export function factorParts(db: Database, { tenant, vault, upstreams: { factors }, settings }: Given) {
  const factorDesk = createFactorDesk(db, { tenant, vault });
  const codeMac = createCodeMac();
  const rpId = settings.FACTOR_RP_ID ?? new URL(settings.PUBLIC_ORIGIN).hostname;
  const passkeyCheck = createPasskeyCheck({ origin: settings.PUBLIC_ORIGIN, rpId });
  const now = () => new Date();
  return {
    factorDesk,
    factors,
    ask: settings.BANK_FACTORS_URL === undefined ? undefined : askFactor({ factorDesk, now }),
    bring: bringCode({ factorDesk, factors, codeMac }),
    meet: meetFactor({ factorDesk, factors, codeMac, passkeyCheck }),
    rpId,
  };
}

/** How a yes on the consent page is confirmed. */
export function wireFactors(db: Database, given: Given, needs: Needs) {
  const { desk } = needs;
  const { factorDesk, factors, ask, bring, meet, rpId } = factorParts(db, given);
  const standing = factorStanding({ factorDesk, agreeNow: agreeNow(needs) });
  return {
    askFactor: ask,
    viewConfirmation: viewConfirmation({ standing, factors }),
    sendFactorCode: sendFactorCode({ standing, bring }),
    confirmConsent: confirmConsent({ standing, desk, meet }),
    passkeysAreFor: rpId,
  };
}
