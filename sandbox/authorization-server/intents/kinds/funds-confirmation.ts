import { z } from "zod";
import { dateTime, namespaced, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { proxy } from "./parts-v4.ts";
import { type Account, wrongAccount } from "./rules.ts";

const account = z.object({
  SchemeName: namespaced,
  Identification: text(256),
  Name: text(350).optional(),
  SecondaryIdentification: text(34).optional(),
});

const request = <Debtor extends z.ZodType>(DebtorAccount: Debtor) =>
  z.strictObject({ Data: z.looseObject({ ExpirationDateTime: dateTime.optional(), DebtorAccount }) });

interface Body {
  readonly Data: { readonly ExpirationDateTime?: string | undefined; readonly DebtorAccount: Account };
}

const FORESEEN = new Set(["ExpirationDateTime", "DebtorAccount"]);

/** Whether there is enough in an account, for a card issuer (OBFundsConfirmationConsent1). */
export const fundsConfirmation = intentKind<Body>({
  request: { "v3.1": request(account), "v4.0": request(account.extend({ Proxy: proxy.optional() })) },
  problems: ({ Data }) => [
    ...Object.keys(Data)
      .filter((name) => !FORESEEN.has(name))
      .map((name) => ({ name: "Field.Unexpected", message: "It is not expected here", path: `Data.${name}` }) as const),
    ...wrongAccount(Data.DebtorAccount, "Data.DebtorAccount"),
  ],
  ends: { path: "Data.ExpirationDateTime", at: ({ Data }) => Data.ExpirationDateTime },
});
