import { isCompactJws } from "~/domain/receipts/compact-jws";
import type { DeliveryFound } from "~/ports/delivery-desk";
import type { DeliveryView } from "~/ui/admin/operations-view";
import { readableJson } from "~/ui/admin/readable-json";
import { figure, minute, second, wordsOfMove, wordsOfReason } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { CHANNEL_WORDS } from "../admin.operations.deliveries._index/asked";

export function presentDelivery(delivery: DeliveryFound, mayRetry: boolean): DeliveryView {
  const { channel, name, consentId, clientId, version, move, body, attempts } = delivery;
  const isPersonal = channel === "e-mail" || channel === "in-app";
  return {
    title: `Delivery to ${name}`,
    standing: standingOf(delivery),
    facts: [
      { label: "By", value: CHANNEL_WORDS[channel] },
      { label: "About", value: `${wordsOfMove(move)}, version ${figure(version)}`, code: consentId },
      { label: "App", value: "", code: clientId },
      { label: "Waiting since (UTC)", value: minute(delivery.queuedAt) },
      ...(delivery.nextAttemptAt ? [{ label: "Tried again (UTC)", value: minute(delivery.nextAttemptAt) }] : []),
      ...(delivery.endedAt ? [{ label: "Ended (UTC)", value: minute(delivery.endedAt) }] : []),
      { label: "Delivery", value: "", code: delivery.id },
    ],
    isPersonal,
    ...(body !== undefined && bodyOf(body)),
    attempts: attempts.map(({ id, at, outcome, code, tookMs }) => ({
      id,
      at: second(at),
      outcome: wordsOfReason(outcome),
      code: code === undefined ? "–" : String(code),
      took: `${figure(tookMs)} ms`,
    })),
    mayReplay: mayRetry && delivery.canReplay,
  };
}

const STATES = {
  queued: { word: "Waits", tone: "wait" },
  delivered: { word: "Delivered", tone: "good" },
  skipped: { word: "Left out", tone: "over" },
  parked: { word: "Refused", tone: "bad" },
  expired: { word: "Given up", tone: "bad" },
} as const satisfies Record<DeliveryFound["state"], StandingView>;

const standingOf = ({ state, problem }: DeliveryFound): StandingView => ({
  ...STATES[state],
  ...(problem && { why: problem }),
});

/** What goes over the wire, and what it says (RFC 7515, section 3). */
function bodyOf(body: string): Pick<DeliveryView, "signed" | "plain"> {
  if (!isCompactJws(body)) return { plain: unlessJson(body) };
  const [header = "", payload = ""] = body.split(".");
  return { signed: { token: body, header: decoded(header), payload: decoded(payload) } };
}

const decoded = (part: string): string => unlessJson(Buffer.from(part, "base64url").toString("utf8"));

function unlessJson(text: string): string {
  try {
    return readableJson(text);
  } catch {
    return text;
  }
}
