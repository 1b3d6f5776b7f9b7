import type { StaffPermission } from "~/domain/staff/permission";

/** What a page of the portal asks of whoever comes; `outside` needs nobody to be signed in. */
export interface StaffLine {
  readonly loader?: StaffPermission | "outside";
  readonly action?: StaffPermission | "outside";
  /** What its address names, made up. */
  readonly params?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** Every page of the portal, and which permission its guard names: a page that is missing here fails. */
export const STAFF_LINES: Readonly<Record<string, StaffLine>> = {
  "admin.$": { loader: "outside", action: "outside" },
  "admin._index": { loader: "home:view" },
  "admin.gallery._index": { loader: "gallery:view" },
  "admin.gallery.$exhibit": { loader: "gallery:view", params: { exhibit: "access-twelve" } },
  "admin.gallery.look": { loader: "gallery:view" },
  "admin.consents._index": { loader: "consents:search", action: "consents:search" },
  "admin.consents.export": { loader: "consents:export" },
  "admin.consents.export_.file": { action: "consents:export", form: { take: "018f0000-0000-7000-8000-000000000000" } },
  "admin.consents.$id": { loader: "consents:view", action: "consents:view", params: { id: "aac-0" } },
  "admin.consents.$id_.hold": { loader: "consents:hold", action: "consents:hold", params: { id: "aac-0" } },
  "admin.consents.$id_.release": { loader: "consents:hold", action: "consents:hold", params: { id: "aac-0" } },
  "admin.consents.$id_.revoke": { loader: "consents:revoke", action: "consents:revoke", params: { id: "aac-0" } },
  "admin.consents.$id_.shown.$decision": { loader: "consents:view", params: { id: "aac-0", decision: "none" } },
  "admin.approvals.$id": { loader: "approvals:view", action: "approvals:view" },
  "admin.approvals.$id_.act-now": { loader: "approvals:break-glass", action: "approvals:break-glass" },
  // Whether they may decide this one depends on the act.
  "admin.approvals.$id_.decide": { loader: "approvals:view", action: "approvals:view" },
  "admin.approvals.$id_.review": { loader: "approvals:review", action: "approvals:review" },
  "admin.approvals._index": { loader: "approvals:view" },
  "admin.approvals.delegations": { loader: "approvals:delegate", action: "approvals:delegate" },
  "admin.approvals.policy": { loader: "approvals:view", action: "approvals:policy" },
  "admin.revocations._index": { loader: "revocations:view" },
  "admin.revocations.new": { loader: "consents:revoke-many", action: "consents:revoke-many" },
  "admin.revocations.$id": { loader: "revocations:view", params: { id: "none" } },
  "admin.revocations.$id_.ask": {
    loader: "consents:revoke-many",
    action: "consents:revoke-many",
    params: { id: "none" },
  },
  "admin.revocations.$id_.receipt[.]json": { loader: "revocations:view", params: { id: "none" } },
  "admin.revocations.$id_.results": { loader: "revocations:view", params: { id: "none" } },
  "admin.revocations.$id_.stop": {
    loader: "consents:revoke-many",
    action: "consents:revoke-many",
    params: { id: "none" },
  },
  "admin.audit._index": { loader: "audit:view" },
  "admin.audit.customer": { action: "audit:view" },
  "admin.audit.events.$id": { loader: "audit:view", action: "evidence:view", params: { id: "none" } },
  "admin.audit.export": { action: "audit:export" },
  "admin.audit.verify": { loader: "audit:view", action: "audit:view" },
  "admin.log-in": { loader: "outside" },
  "admin.log-in_.callback": { loader: "outside" },
  "admin.log-out": { loader: "outside", action: "outside" },
  "admin.searches": { loader: "consents:search", action: "consents:search" },
  "admin.operations._index": { loader: "operations:view", action: "operations:retry" },
  "admin.operations.authorization-server": { loader: "operations:view" },
  "admin.operations.deliveries.$id": {
    loader: "operations:view",
    action: "operations:retry",
    params: { id: "none" },
  },
  "admin.operations.deliveries._index": { loader: "operations:view" },
  "admin.operations.deliveries.replay": { loader: "operations:retry", action: "operations:retry" },
  "admin.operations.differences.$id": {
    loader: "operations:view",
    action: "operations:repair",
    params: { id: "none" },
  },
  "admin.operations.differences._index": { loader: "operations:view" },
  "admin.operations.retention": { loader: "operations:view", action: "operations:view" },
  "admin.roles": { loader: "roles:view" },
  "admin.tpps._index": { loader: "tpps:view" },
  "admin.tpps.register": { action: "operations:retry" },
  "admin.tpps.$clientId": { loader: "tpps:view", params: { clientId: "nobody" } },
  "admin.tpps.$clientId_.override": {
    loader: "tpps:override",
    action: "tpps:override",
    params: { clientId: "nobody" },
  },
  "admin.tpps.$clientId_.suspend": {
    loader: "tpps:suspend",
    action: "tpps:suspend",
    params: { clientId: "nobody" },
  },
  "admin.tpps.$clientId_.suspensions.$id_.lift": {
    loader: "tpps:suspend",
    action: "tpps:suspend",
    params: { clientId: "nobody", id: "none" },
  },
};
