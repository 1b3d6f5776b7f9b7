import type { ApiVersion, Consent } from "../consents/consent.ts";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import { outwardStatus } from "../consents/outward-status.ts";
import { Refusal } from "./problem.ts";

/** The address of an intent below the base of the intent API. */
export function intentPath(version: ApiVersion, { type, id }: Pick<Consent, "type" | "id">): string {
  return `/open-banking/${version}/${CONSENT_KINDS[type].resource}/${id}`;
}

/**
 * An intent as its TPP reads it in `version` (OBReadConsentResponse1, OBWriteDomesticConsentResponse5): what was asked,
 * unchanged, and where it stands.
 */
export function intentBody(consent: Consent, version: ApiVersion, baseUrl: string): object {
  const { status } = consent;
  if (status === "deleted") throw new Refusal(400, { name: "Resource.NotFound", message: "No such consent" });
  const outward = outwardStatus({ ...consent, status }, version);
  const { FileContent: _internal, ...told } = consent.terms ?? {};
  return {
    Data: {
      ...consent.request.Data,
      ...told,
      ConsentId: consent.id,
      CreationDateTime: consent.createdAt.toISOString(),
      Status: outward.status,
      ...(outward.reasons && { StatusReason: outward.reasons }),
      StatusUpdateDateTime: consent.statusUpdatedAt.toISOString(),
    },
    ...(consent.request.Risk && { Risk: consent.request.Risk }),
    Links: { Self: `${baseUrl}${intentPath(version, consent)}` },
    Meta: { TotalPages: 1 },
  };
}
