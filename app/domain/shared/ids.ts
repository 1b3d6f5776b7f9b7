declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The authorization server's id of a consent (the TPP's intent id). */
export type ConsentId = Branded<"ConsentId">;
/** The bank's number of a customer: the `sub` that the authorization server was told. */
export type CustomerId = Branded<"CustomerId">;
/** The bank's immutable id of an account; never the account number. */
export type AccountId = Branded<"AccountId">;
/** The TPP's id at the authorization server. */
export type ClientId = Branded<"ClientId">;
/** One visit to the consent page; names it in our own URLs and proves nothing. */
export type VisitId = Branded<"VisitId">;
export type DecisionId = Branded<"DecisionId">;
/** A change of a consent that is no answer on the consent page: stopped, suspended, resumed, terminated. */
export type ChangeId = Branded<"ChangeId">;
/** Many consents that a customer stopped at once. */
export type BatchId = Branded<"BatchId">;
/** A customer's pseudonym in evidence: random, and nobody's once the customer is erased. */
export type CustomerRef = Branded<"CustomerRef">;
/** The receipt of one settled decision. */
export type ReceiptId = Branded<"ReceiptId">;
/** Something that a customer told the bank, for its staff to look into. */
export type CaseId = Branded<"CaseId">;
/** A member of the bank's staff, as the identity provider names them. */
export type StaffId = Branded<"StaffId">;
/** One browser in which a customer is logged in, as their own pages name it; proves nothing. */
export type CustomerSessionId = Branded<"CustomerSessionId">;
/** What a TPP asked to be told of. */
export type SubscriptionId = Branded<"SubscriptionId">;
/** One event on its way to one recipient; for TPPs the `jti` of its token. */
export type DeliveryId = Branded<"DeliveryId">;

/** Marks a string that was read from the system that owns the id. */
export const asConsentId = (id: string) => id as ConsentId;
export const asCustomerId = (id: string) => id as CustomerId;
export const asAccountId = (id: string) => id as AccountId;
export const asClientId = (id: string) => id as ClientId;
export const asVisitId = (id: string) => id as VisitId;
export const asDecisionId = (id: string) => id as DecisionId;
export const asCustomerRef = (id: string) => id as CustomerRef;
export const asReceiptId = (id: string) => id as ReceiptId;
export const asCaseId = (id: string) => id as CaseId;
export const asStaffId = (id: string) => id as StaffId;
export const asChangeId = (id: string) => id as ChangeId;
export const asBatchId = (id: string) => id as BatchId;
export const asCustomerSessionId = (id: string) => id as CustomerSessionId;
export const asSubscriptionId = (id: string) => id as SubscriptionId;
export const asDeliveryId = (id: string) => id as DeliveryId;
