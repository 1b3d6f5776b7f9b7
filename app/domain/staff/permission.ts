/**
 * Everything that staff can be let do, as `area:verb`. A guard names one; what stands in no role is nobody's.
 */
export const STAFF_PERMISSIONS = {
  "home:view": "See how many consents there are and how they go",
  "consents:search": "Find consents and list them",
  "consents:view": "Open one consent, with what the customer saw and what was read",
  "consents:export": "Take a list away as a file",
  "consents:hold": "Hold a consent back, and release what the bank holds",
  "consents:revoke": "End one consent",
  "consents:revoke-many": "Prepare the end of many consents, for another to approve",
  "revocations:view": "See which consents are to be ended at once, and what became of them",
  "tpps:view": "See TPPs, their certificates and their register",
  "tpps:override": "Correct what the bank holds of a TPP",
  "tpps:suspend": "Prepare the suspension of a TPP, or its end, for another to approve",
  "approvals:view": "See what waits for a second person",
  "approvals:decide": "Approve or refuse what somebody else prepared",
  "approvals:delegate": "Let somebody else decide for a while",
  "approvals:break-glass": "Act at once without a second person, to be reviewed after",
  "approvals:review": "Review what was done without a second person",
  "approvals:policy": "Say what needs a second person",
  "audit:view": "Search the record of evidence and see whether it is whole",
  "evidence:view": "Read what an event says of a person, which is kept under that person's key",
  "audit:export": "Take evidence away with its proof",
  "operations:view": "See jobs, deliveries, drift and the health of what we depend on",
  "operations:retry": "Run a job again, send a delivery again",
  "operations:repair": "Settle where the authorization server and we differ",
  "roles:view": "See who may do what",
  "gallery:view": "See every consent page as customers would",
} as const satisfies Record<`${string}:${string}`, string>;

export type StaffPermission = keyof typeof STAFF_PERMISSIONS;

export const ALL_STAFF_PERMISSIONS = Object.keys(STAFF_PERMISSIONS) as readonly StaffPermission[];
