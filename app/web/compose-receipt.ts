import type { Requester } from "~/domain/consent/consent-request";
import { type Allowance, isEnd, outcomeOf } from "~/domain/consent/decision";
import { type ConsentKind, type ConsentSubject, endOf, FAMILY, traitsOf } from "~/domain/consent-kinds/index";
import { linesFor } from "~/domain/permissions/clusters";
import type { Controller } from "~/domain/receipts/controller";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import {
  type ConsentEvent,
  type Party,
  type PiiInformation,
  type ReceiptRecord,
  SCHEMA_VERSION,
} from "~/domain/receipts/receipt-record";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import { chosenIn, earlierOf, termsOf } from "./receipt-terms";

const BANK = "bank";

/**
 * What the bank states in a receipt, from what is on record and from the page that was answered. It makes nothing up:
 * what the bank was not told is said to be so.
 */
export const composeReceipt =
  (controller: Controller, words: Words) =>
  (facts: ReceiptFacts): ReceiptRecord => {
    const own = words.record;
    const { page, decision, kind } = facts;
    const requester = page?.shown.made.request.requester;
    const app = plainText(requester?.name ?? facts.requesterName) ?? own.unknownApp;
    const outcome = outcomeOf(decision);
    const allowed = outcome === "allowed";
    const { confirmed, awaits } = decision.outcome === "allowed" ? decision : ({} as Partial<Allowance>);
    return {
      schema_version: SCHEMA_VERSION,
      receipt_id: facts.id,
      record_id: facts.consentId,
      pii_principal_id: facts.customerRef,
      processing: [
        {
          privacy_notice: controller.privacyNotice,
          language: words.locale,
          purposes: [{ purpose: own.purpose[FAMILY[kind]](app) }],
          lawful_basis: own.lawfulBasis[FAMILY[kind]],
          pii_information: page ? informationIn(page.shown.made.request.subject, words, own) : [],
          pii_controllers: [BANK],
          recipient_third_parties: allowed ? [facts.clientId] : [],
          storage_locations: [controller.country],
          retention_period: controller.recordsKeptFor,
          jurisdiction: controller.country,
          withdrawal_method: allowed
            ? own.withdrawal[waysToStop(kind)](app, controller.name, controller.phone)
            : own.nothingToWithdraw,
        },
      ],
      parties: [
        {
          party_id: BANK,
          party_name: controller.name,
          party_address: controller.address,
          party_contact: controller.phone,
          party_type: "controller",
        },
        requesterParty(facts, app, requester, own),
      ],
      events: [eventOf(facts)],
      decision: {
        decision_id: facts.decisionId,
        kind,
        issued_at: facts.issuedAt.toISOString(),
        ...(isEnd(outcome) && { ended_because: outcome }),
        ...(confirmed && { confirmed_with: confirmed.by }),
        ...(awaits && { signatures_required: awaits.required }),
        ...(facts.reportReference !== undefined && { report_reference: facts.reportReference }),
        accounts: page ? chosenIn(page, decision, words) : [],
        ...(page && { ...earlierOf(page.shown), ...termsOf(page.shown) }),
      },
      ...(page && {
        evidence: {
          catalogue_version: page.catalogueVersion,
          payload_hash: page.payloadHash,
          shown_hash: page.shownHash,
          ...(confirmed && { factor_challenge: confirmed.challenge }),
        },
      }),
    };
  };

/** How what was agreed to can be stopped is said alike of all kinds that last until somebody does. */
function waysToStop(kind: ConsentKind): keyof Words["record"]["withdrawal"] {
  if (FAMILY[kind] === "standing-order") return "standing-order";
  return traitsOf(kind).lasts ? "lasting" : "once";
}

/** A TPP tells the bank neither address nor contact; its number in a public register leads to both. */
function requesterParty(
  { clientId }: ReceiptFacts,
  name: string,
  requester: Requester | undefined,
  own: Words["record"],
): Party {
  const registration = /^PSD[A-Z]{2}-([A-Z]{2,8})-([A-Za-z0-9]{1,30})$/.exec(
    plainText(requester?.organisationId) ?? "",
  );
  return {
    party_id: clientId,
    party_name: name,
    party_address:
      registration?.[1] && registration[2] ? own.inRegister(registration[1], registration[2]) : own.notTold,
    party_contact: plainText(requester?.website) ?? own.notTold,
    party_type: "third party",
  };
}

function informationIn(subject: ConsentSubject, words: Words, own: Words["record"]): readonly PiiInformation[] {
  if (subject.kind !== "account-access") return [{ pii_type: own.information[FAMILY[subject.kind]] }];
  return linesFor(subject.permissions).map(({ id, covers }) => ({
    pii_type: words.lines[id].full,
    pii_attribute_id: covers.join(" "),
  }));
}

function eventOf({ decision, decidedAt, customerRef, page, kind }: ReceiptFacts): ConsentEvent {
  const outcome = outcomeOf(decision);
  const given = outcome === "allowed";
  const subject = page?.shown.made.request.subject;
  const ends = subject && endOf(subject);
  const lasting = ends ? durationUntil(ends, decidedAt) : traitsOf(kind).lasts ? "until withdrawn" : "once";
  return {
    event_time: decidedAt.toISOString(),
    validity_duration: given ? lasting : "none",
    entity_id: customerRef,
    event_type: "explicit",
    event_state: given ? "given" : isEnd(outcome) ? "requested" : "refused",
  };
}

const durationUntil = (end: Date, from: Date): string =>
  `PT${Math.max(0, Math.floor((end.getTime() - from.getTime()) / 1_000))}S`;
