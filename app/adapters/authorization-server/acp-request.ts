import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { AuthorityError, type PendingRequest } from "~/ports/authorization-server";
import { authenticationIn } from "./acp-authentication";
import { standingOf } from "./acp-clients";
import { isOpen, modeFrom } from "./acp-mode";
import { type ConsentView, subjectFrom } from "./acp-wire";

/**
 * What the customer is asked, in our words.
 *
 * @throws AuthorityError `handoff-unknown` for another kind of consent, `request-not-understood`
 */
export function requestFrom(view: ConsentView, kind: ConsentKind): PendingRequest["request"] {
  const subject = subjectFrom(view);
  if (subject.kind !== kind) throw new AuthorityError("handoff-unknown", "the hand-off names another kind of consent");
  const mode = modeFrom(view, subject);
  const info = view.client_info;
  return {
    id: asConsentId(view.consent_id),
    subject,
    ...(mode && { mode }),
    requester: {
      clientId: asClientId(view.client_id),
      // A name of which nothing can be seen is no name (C-02).
      name: plainText(info?.software_client_name ?? undefined) ?? plainText(info?.client_name ?? undefined),
      ...(info?.software_on_behalf_of_name && { agent: info.software_on_behalf_of_name }),
      ...(info?.org_name && { legalName: info.org_name }),
      ...(info?.org_status && { standing: standingOf(info.org_status) }),
      ...(info?.organisation_id && { organisationId: info.organisation_id }),
      ...(info?.client_uri && { website: info.client_uri }),
      ...(info?.description && { purpose: info.description }),
    },
    customer: asCustomerId(view.subject),
    scopes: (view.requested_scopes ?? []).map((scope) => scope.requested_name),
    ...(view.expires_at && { answerBy: view.expires_at }),
    // Additions of the bundled server: others leave them out, and their pages offer none of them.
    ...(view.extensible && { extensible: true }),
    ...(view.login_repeatable && { loginRepeatable: true }),
    ...(view.file_readable && { fileReadable: true }),
    ...(view.decoupled && { otherScreen: { shows: view.decoupled.binding_message ?? undefined } }),
    ...authenticationIn(view),
    open: isOpen(view, mode),
  };
}
