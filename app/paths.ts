import type { AccountId, ClientId, ConsentId, DecisionId, VisitId } from "./domain/shared/ids";

/** Every address of ours that is built in code. */
export const paths = {
  consent: (visit: VisitId) => `/consent/${visit}`,
  consentConfirm: (visit: VisitId) => `/consent/${visit}/confirm`,
  consentFile: (visit: VisitId) => `/consent/${visit}/file`,
  consentOutcome: (visit: VisitId) => `/consent/${visit}/outcome`,
  consentPhone: (visit: VisitId) => `/consent/${visit}/phone`,
  receipt: (visit: VisitId) => `/consent/${visit}/receipt`,
  receiptPdf: (visit: VisitId) => `/consent/${visit}/receipt.pdf`,
  receiptJson: (visit: VisitId) => `/consent/${visit}/receipt.json`,
  receiptCheck: "/receipts/check",
  secondDevice: "/second-device",
  /** Where whoever has brought the code says the number. */
  secondDeviceNumber: (visit: VisitId) => `/second-device?${new URLSearchParams({ visit })}`,
  language: "/language",
  dashboard: "/dashboard",
  /** The name of the dashboard that stays the same, for links in the bank's other channels (D-02). */
  connected: "/connected",
  /** One consent of the customer's own (D-01); the pages below it are about that one alone. */
  connection: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}`,
  connectionHistory: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/history`,
  connectionReads: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/reads`,
  connectionReadsCsv: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/reads.csv`,
  /** @param of the answer that it is of; the last one unless said. */
  connectionReceipt: (consent: ConsentId, of?: DecisionId) =>
    `/dashboard/consents/${encodeURIComponent(consent)}/receipt${of === undefined ? "" : `?${new URLSearchParams({ of })}`}`,
  connectionReceiptFile: (consent: ConsentId, of: DecisionId, as: "pdf" | "json") =>
    `/dashboard/consents/${encodeURIComponent(consent)}/receipt.${as}?${new URLSearchParams({ of })}`,
  /** The page that an answer rests on. */
  connectionShown: (consent: ConsentId, of: DecisionId) =>
    `/dashboard/consents/${encodeURIComponent(consent)}/shown/${encodeURIComponent(of)}`,
  stopConnection: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/stop`,
  stopReceiptFile: (consent: ConsentId, as: "pdf" | "json") =>
    `/dashboard/consents/${encodeURIComponent(consent)}/stop/receipt.${as}`,
  pauseConnection: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/pause`,
  resumeConnection: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/resume`,
  reportConnection: (consent: ConsentId) => `/dashboard/consents/${encodeURIComponent(consent)}/report`,
  stopAccount: (consent: ConsentId, account: AccountId) =>
    `/dashboard/consents/${encodeURIComponent(consent)}/accounts/${encodeURIComponent(account)}/stop`,
  /** Everything that one app has. */
  stopApp: (client: ClientId) => `/dashboard/apps/${encodeURIComponent(client)}/stop`,
  stopEverything: "/dashboard/stop-everything",
  notices: "/dashboard/notices",
  /** @param notice the last one of the page before. */
  noticesAfter: (notice: string) => `/dashboard/notices?${new URLSearchParams({ after: notice })}`,
  noticeSettings: "/dashboard/notices/settings",
  takeData: "/dashboard/export",
  takeDataAs: (format: "csv" | "json") => `/dashboard/export.${format}`,
  /** What the customer signed of what others asked for (D-14). */
  signed: "/dashboard/signatures",
  /** Whose signature is waited for, by its own name. */
  signature: (id: string) => `/dashboard/signatures/${id}`,
  /** Where a signer confirms. */
  signatureConfirm: (id: string) => `/dashboard/signatures/${id}/confirm`,
  sessions: "/dashboard/sessions",
  /** @param to the page of the dashboard that comes after it. */
  logIn: (to: string) => `/dashboard/log-in?${new URLSearchParams({ to })}`,
  logInReturn: "/dashboard/log-in/callback",
  logOut: "/dashboard/log-out",
  admin: "/admin",
  /** @param to the page of the portal that comes after it. */
  adminLogIn: (to: string) => `/admin/log-in?${new URLSearchParams({ to })}`,
  /** For an act that cannot be taken back: authenticated anew, and as strongly as that asks for. */
  adminStepUp: (to: string) => `/admin/log-in?${new URLSearchParams({ to, "step-up": "yes" })}`,
  adminLogInReturn: "/admin/log-in/callback",
  adminLogOut: "/admin/log-out",
  adminConsents: "/admin/consents",
  /** @param query of the search, as `searchQueryOf` writes it. */
  adminConsentsFound: (query: string) => `/admin/consents${query === "" ? "" : `?${query}`}`,
  adminConsentsExport: (query: string) => `/admin/consents/export${query === "" ? "" : `?${query}`}`,
  adminConsentsFile: "/admin/consents/export/file",
  adminSearches: "/admin/searches",
  adminConsent: (consent: ConsentId) => `/admin/consents/${encodeURIComponent(consent)}`,
  /** The page on which a customer's answer rests, as staff see it. */
  adminShown: (consent: ConsentId, of: DecisionId) =>
    `/admin/consents/${encodeURIComponent(consent)}/shown/${encodeURIComponent(of)}`,
  adminHold: (consent: ConsentId) => `/admin/consents/${encodeURIComponent(consent)}/hold`,
  adminRelease: (consent: ConsentId) => `/admin/consents/${encodeURIComponent(consent)}/release`,
  adminRevoke: (consent: ConsentId) => `/admin/consents/${encodeURIComponent(consent)}/revoke`,
  adminTpps: "/admin/tpps",
  adminTpp: (client: ClientId) => `/admin/tpps/${encodeURIComponent(client)}`,
  /** @param query what is listed, as its form writes it. */
  adminTppsFound: (query: URLSearchParams) => `/admin/tpps${query.size === 0 ? "" : `?${query}`}`,
  adminTppsSync: "/admin/tpps/register",
  adminTppOverride: (client: ClientId) => `/admin/tpps/${encodeURIComponent(client)}/override`,
  /** @param query what is asked for so far. */
  adminTppSuspend: (client: ClientId, query?: URLSearchParams) =>
    `/admin/tpps/${encodeURIComponent(client)}/suspend${query === undefined ? "" : `?${query}`}`,
  adminTppLift: (client: ClientId, suspension: string) =>
    `/admin/tpps/${encodeURIComponent(client)}/suspensions/${encodeURIComponent(suspension)}/lift`,
  adminApprovals: "/admin/approvals",
  /** @param id of the request for approval. */
  adminApproval: (id: string) => `/admin/approvals/${encodeURIComponent(id)}`,
  adminApprovalDecide: (id: string) => `/admin/approvals/${encodeURIComponent(id)}/decide`,
  /** Without a second person. */
  adminApprovalActNow: (id: string) => `/admin/approvals/${encodeURIComponent(id)}/act-now`,
  adminApprovalReview: (id: string) => `/admin/approvals/${encodeURIComponent(id)}/review`,
  adminApprovalDelegations: "/admin/approvals/delegations",
  adminApprovalPolicy: "/admin/approvals/policy",
  adminRevocations: "/admin/revocations",
  /** Prepares a list; of an app or an account it can be named. A customer is named on the page, and in no address. */
  adminPrepareRevocation: (of?: { readonly by: "tpp" | "account"; readonly of: string }) =>
    `/admin/revocations/new${of === undefined ? "" : `?${new URLSearchParams(of)}`}`,
  /** @param id of the list. */
  adminRevocation: (id: string) => `/admin/revocations/${encodeURIComponent(id)}`,
  adminRevocationAsk: (id: string) => `/admin/revocations/${encodeURIComponent(id)}/ask`,
  adminRevocationStop: (id: string) => `/admin/revocations/${encodeURIComponent(id)}/stop`,
  /** @param query which results, and from where on. */
  adminRevocationResults: (id: string, query?: Readonly<Record<string, string>>) =>
    `/admin/revocations/${encodeURIComponent(id)}/results${query === undefined ? "" : `?${new URLSearchParams(query)}`}`,
  adminRevocationReceipt: (id: string) => `/admin/revocations/${encodeURIComponent(id)}/receipt.json`,
  adminAudit: "/admin/audit",
  /** @param search what is looked for, and from where on. */
  adminAuditFound: (search: URLSearchParams) => `/admin/audit${search.size === 0 ? "" : `?${search}`}`,
  /** @param id of the event. */
  adminAuditEvent: (id: string) => `/admin/audit/events/${encodeURIComponent(id)}`,
  adminAuditCustomer: "/admin/audit/customer",
  adminAuditExport: "/admin/audit/export",
  adminAuditVerify: "/admin/audit/verify",
  adminOperations: "/admin/operations",
  adminDeliveries: "/admin/operations/deliveries",
  /** @param search whose, and from where on. */
  adminDeliveriesOf: (search: URLSearchParams) => `/admin/operations/deliveries?${search}`,
  adminDelivery: (id: string) => `/admin/operations/deliveries/${encodeURIComponent(id)}`,
  adminReplay: (channel: string, endpoint: string) =>
    `/admin/operations/deliveries/replay?${new URLSearchParams({ channel, endpoint })}`,
  adminDifferences: "/admin/operations/differences",
  adminDifferencesFrom: (search: URLSearchParams) => `/admin/operations/differences?${search}`,
  /** @param id of the finding. */
  adminDifference: (id: string) => `/admin/operations/differences/${encodeURIComponent(id)}`,
  adminRetention: "/admin/operations/retention",
  adminAuthority: "/admin/operations/authorization-server",
  adminGallery: "/admin/gallery",
  adminRoles: "/admin/roles",
} as const;
