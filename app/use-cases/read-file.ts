import { type FileRow, isOfFile } from "~/domain/consent-kinds/file-payment";
import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "describe" | "readFile">;
}

/**
 * Every payment of the file that this visit asks about (P-19). Undefined where there is no file to read here.
 *
 * @throws AuthorityError; `request-not-understood` for payments that are not what the page says of them
 */
export const readFile =
  ({ authorizationServer }: Needs) =>
  async ({ handoff, correlationId, customer, consentId, kind }: Visit): Promise<readonly FileRow[] | undefined> => {
    if (kind !== "file-payment") return undefined;
    const context = { correlationId };
    const { request } = await authorizationServer.describe(handoff, context);
    if (request.customer !== customer || request.id !== consentId) {
      throw new AuthorityError("handoff-unknown", "the hand-off now stands for another consent or customer");
    }
    const { subject, fileReadable, open } = request;
    if (subject.kind !== "file-payment" || !fileReadable || !open) return undefined;
    const rows = await authorizationServer.readFile(handoff, context);
    if (!isOfFile(rows, subject.content))
      throw new AuthorityError("request-not-understood", "payments of another file");
    return rows;
  };
