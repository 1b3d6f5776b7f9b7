import type { IDToken } from "openid-client";
import type { Database } from "#db/client.server";
import { createStaffDesk } from "#db/queries/staff-desk";
import { clientKeyOf } from "~/adapters/bank-login/client-key.server";
import { createOidcLogin } from "~/adapters/bank-login/oidc.server";
import { asStaffId } from "~/domain/shared/ids";
import type { Env } from "~/env.server";
import { forgetSessions } from "~/jobs/forget-sessions";
import type { Job } from "~/jobs/job";
import { paths } from "~/paths";
import { fileOf } from "./file-of.server";

/** What the bank's staff need to come in. */
export function wireStaff(db: Database, settings: Env, now: () => Promise<Date>) {
  return { ...wireStaffLogIn(settings, now), staffDesk: createStaffDesk(db, settings.AS_TENANT) };
}

function wireStaffLogIn(settings: Env, now: () => Promise<Date>) {
  const { STAFF_LOGIN_ISSUER: issuer, STAFF_LOGIN_CLIENT_ID: clientId, STAFF_ROLES_CLAIM: rolesClaim } = settings;
  if (issuer === undefined || clientId === undefined) return { staffLogin: undefined, closeStaffLogIn: async () => {} };
  const staffLogin = createOidcLogin(
    {
      issuer,
      metadataUrl: settings.STAFF_LOGIN_METADATA_URL ?? `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId,
      key: clientKeyOf(fileOf("STAFF_LOGIN_KEY_FILE")),
      returnTo: `${settings.PUBLIC_ORIGIN}${paths.adminLogInReturn}`,
      acr: settings.STAFF_LOGIN_ACR,
      tls: settings.STAFF_LOGIN_CA === undefined ? {} : { ca: fileOf("STAFF_LOGIN_CA") },
      timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
      now,
    },
    (claims) => whoIsStaff(claims, rolesClaim),
  );
  return { staffLogin, closeStaffLogIn: () => staffLogin.close() };
}

/** Somebody without a name would stand in evidence and on approvals as nobody. Without roles they may do nothing. */
function whoIsStaff(claims: IDToken, rolesClaim: string) {
  const { sub, name } = claims;
  const roles = claims[rolesClaim];
  if (typeof name !== "string" || name.trim() === "") return undefined;
  const named = Array.isArray(roles) ? roles.filter((role): role is string => typeof role === "string") : [];
  return { staff: asStaffId(sub), name, roles: named };
}

export const staffJobs = (db: Database, tenant: string): readonly Job[] => [
  { ...forgetSessions({ sessions: createStaffDesk(db, tenant) }), name: "forget-staff-sessions" },
];
