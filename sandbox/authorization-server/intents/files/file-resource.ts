import { createHash } from "node:crypto";
import type { ApiVersion, Consent } from "../../consents/consent.ts";
import { readFile, refuseFile, uploadFile } from "../../consents/consent-file.ts";
import { decimalOf } from "../decimal.ts";
import type { Answer, Exchange, IntentApiDeps, Resource } from "../exchange.ts";
import { findIntent } from "../find-intent.ts";
import { verifyMessage } from "../message-signature.ts";
import { Refusal } from "../problem.ts";
import { idempotencyKeyOf } from "../request-headers.ts";
import { contentOf, controlSumOf, type FileRow } from "./file-rows.ts";
import { fileType, sendsFile } from "./file-types.ts";

/** The file of a file payment: upload and read. Signed both ways, the upload idempotent for 24 hours. */
export function fileResource(version: ApiVersion, { consents, clients, sql }: IntentApiDeps): Resource {
  async function upload(exchange: Exchange): Promise<Answer> {
    const { token, headers, body, interactionId } = exchange;
    const key = idempotencyKeyOf(headers);
    const client = clients(token.clientId);
    if (!client) throw new Refusal(401);
    const signer = { key: client.jwk, issuer: `${client.organisationId}/${token.clientId}` };
    await verifyMessage(headers.get("x-jws-signature") ?? undefined, body, signer);
    const consent = await findIntent(consents, "file_payment", exchange);
    const announced = consent.request.Data["Initiation"] as Announced;
    const type = fileType(announced.FileType);
    const contentType = headers.get("content-type") ?? "";
    if (!type?.sent.test(contentType.trim())) throw new Refusal(415);
    const hash = createHash("sha256").update(body).digest("base64");
    const once = { endpoint: `${version} file ${consent.id}`, key, requestHash: hash };
    const rows = hash === announced.FileHash ? type.read(body) : undefined;
    const other = otherThanAnnounced(announced, hash, rows);
    // Where the file that was announced is another one, nobody may be asked about this consent any more.
    const outcome = other
      ? await refuseFile(sql, consent, { once, interactionId })
      : await uploadFile(
          sql,
          consent,
          {
            content: body,
            contentType,
            payments: rows as readonly FileRow[],
            terms: { FileContent: contentOf(rows ?? []) },
          },
          { once, interactionId },
        );
    if (outcome === "not_awaited") throw notAwaited(consent);
    if (outcome === "changed") {
      const message = "The key was used for another file in the last 24 hours";
      throw new Refusal(400, { name: "Header.Invalid", message, path: "x-idempotency-key" });
    }
    if (other) throw other;
    return { status: 200 };
  }

  async function read(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, "file_payment", exchange);
    const file = await readFile(sql, consent.id);
    if (!file) throw new Refusal(400, { name: "Resource.NotFound", message: "No file has been uploaded" });
    return { status: 200, file };
  }

  return { version, scope: "payments", signed: true, takes: sendsFile, methods: { POST: upload, GET: read } };
}

interface Announced {
  readonly FileType: string;
  readonly FileHash: string;
  readonly NumberOfTransactions?: string;
  readonly ControlSum?: number;
}

/** The first of what was announced that the file does not keep. */
function otherThanAnnounced(
  { FileHash, NumberOfTransactions, ControlSum }: Announced,
  hash: string,
  rows: readonly FileRow[] | undefined,
): Refusal | undefined {
  const mismatch = (member: string) => {
    const message = "The file is not the one that was announced";
    return new Refusal(400, { name: "Resource.ConsentMismatch", message, path: `Data.Initiation.${member}` });
  };
  if (hash !== FileHash) return mismatch("FileHash");
  if (!rows) return new Refusal(400, { name: "Resource.InvalidFormat", message: "The file is not of its type" });
  if (NumberOfTransactions !== undefined && Number(NumberOfTransactions) !== rows.length) {
    return mismatch("NumberOfTransactions");
  }
  if (ControlSum !== undefined && !isSum(ControlSum, rows)) return mismatch("ControlSum");
  return undefined;
}

/** The number of the request is the one that is next to the sum, as is every number of JSON. */
const isSum = (sum: number, rows: readonly FileRow[]): boolean => sum === Number(decimalOf(controlSumOf(rows)));

function notAwaited({ status }: Consent): Refusal {
  const message = status === "awaiting_upload" ? "The file cannot be taken" : "The consent does not await a file";
  return new Refusal(400, { name: "Resource.InvalidConsentStatus", message });
}
