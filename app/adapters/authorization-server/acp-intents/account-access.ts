import { z } from "zod";
import { type AccountAccess, readPermissions } from "~/domain/consent-kinds/account-access";
import { instant, intentReader, MOST, notUnderstood } from "./parts";

const schema = z.object({
  Permissions: z.array(z.string()).min(1).max(MOST),
  ExpirationDateTime: instant.optional(),
  TransactionFromDateTime: instant.optional(),
  TransactionToDateTime: instant.optional(),
});

export const accountAccess = intentReader(schema, (wire): AccountAccess => {
  const permissions = readPermissions(wire.Permissions);
  if (!permissions.ok) throw notUnderstood(`unknown permissions: ${named(permissions.error.codes)}`);
  return {
    kind: "account-access",
    permissions: permissions.value,
    ...(wire.ExpirationDateTime && { expiresAt: wire.ExpirationDateTime }),
    history: {
      ...(wire.TransactionFromDateTime && { from: wire.TransactionFromDateTime }),
      ...(wire.TransactionToDateTime && { to: wire.TransactionToDateTime }),
    },
  };
});

/** For the log: the names alone that could be of a code, and not many. What else was written there stays out. */
function named(codes: readonly string[]): string {
  const names = codes.filter((code) => /^[A-Za-z]{1,40}$/.test(code)).slice(0, 5);
  return [...names, ...(codes.length > names.length ? [`${codes.length - names.length} more`] : [])].join(", ");
}
