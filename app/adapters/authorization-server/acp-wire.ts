import { z } from "zod";
import { CONSENT_KINDS, type ConsentKind, type ConsentSubject } from "~/domain/consent-kinds/index";
import { INTENT_READERS } from "./acp-intents/index";
import { instant, MOST, notUnderstood, text } from "./acp-intents/parts";

/**
 * The words of the ACP-style internal consent API, and what they mean to us. Each kind of consent goes by its name in
 * them: `domestic-payment` has the path `domestic-payment-consent`, the type `domestic_payment` and its intent in the
 * property `domestic_payment_consent`.
 */

/** `type`, and `consent_type` of the redirect. */
export const typeOfKind = (kind: ConsentKind): string => kind.replaceAll("-", "_");
/** In the path. */
export const pathOfKind = (kind: ConsentKind): string => `${kind}-consent`;
const intentIn = (view: WithIntent, kind: ConsentKind): unknown => view[`${typeOfKind(kind)}_consent`];

export const kindOfType = (type: string): ConsentKind | undefined =>
  CONSENT_KINDS.find((kind) => typeOfKind(kind) === type);

/** Kinds of the UK standard that this API was made without. A server that has them nevertheless has them by the same rule. */
const EXTRA_KINDS = ["domestic-vrp", "funds-confirmation"] as const satisfies readonly ConsentKind[];
export type ExtraKind = (typeof EXTRA_KINDS)[number];
export const isExtraKind = (kind: ConsentKind): kind is ExtraKind => (EXTRA_KINDS as readonly string[]).includes(kind);

/** PostgreSQL keeps no text with a zero byte or half of a character, and no key of any length. */
export const identifier = z.string().regex(/^[^\0\p{Cs}]{1,256}$/u);

/** What every kind has. The intent is beside it and read by its own reader. */
export const consentViewSchema = z.looseObject({
  consent_id: identifier,
  type: z.string(),
  status: z.string(),
  client_id: identifier,
  client_info: z
    .object({
      client_name: text.nullish(),
      client_uri: text.nullish(),
      description: text.nullish(),
      organisation_id: text.nullish(),
      // As the UK directory's software statements have them, where the server passes them on.
      software_client_name: text.nullish(),
      software_on_behalf_of_name: text.nullish(),
      org_name: text.nullish(),
      org_status: text.nullish(),
    })
    .nullish(),
  subject: identifier,
  authentication_context: z.unknown().optional(),
  requested_scopes: z
    .array(z.object({ requested_name: identifier }))
    .max(MOST)
    .nullish(),
  expires_at: instant.nullish(),
  extensible: z.boolean().nullish(),
  login_repeatable: z.boolean().nullish(),
  file_readable: z.boolean().nullish(),
  decoupled: z.object({ binding_message: text.nullish() }).nullish(),
});

export type ConsentView = z.infer<typeof consentViewSchema>;

/** Whatever has an intent under the name that its kind has. */
type WithIntent = Pick<ConsentView, "type"> & { readonly [property: string]: unknown };

/** @throws AuthorityError `request-not-understood` */
export function subjectFrom(view: WithIntent): ConsentSubject {
  const [kind, another] = CONSENT_KINDS.filter((each) => intentIn(view, each) !== undefined);
  if (another) throw notUnderstood("two intents in one consent");
  if (!kind || kind !== kindOfType(view.type)) throw notUnderstood("a consent of another type, or without its intent");
  return INTENT_READERS[kind](intentIn(view, kind));
}
