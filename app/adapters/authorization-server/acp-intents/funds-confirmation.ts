import { z } from "zod";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import { account, accountFrom, instant, intentReader } from "./parts";

const schema = z.object({ DebtorAccount: account, ExpirationDateTime: instant.nullish() });

export const fundsConfirmation = intentReader(
  schema,
  ({ DebtorAccount: { SchemeName, Identification, Name }, ExpirationDateTime: expiresAt }): FundsConfirmation => ({
    kind: "funds-confirmation",
    debtor: { ...accountFrom(SchemeName, Identification), ...(Name && { name: Name }) },
    ...(expiresAt && { expiresAt }),
  }),
);
