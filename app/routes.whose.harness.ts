/** What somebody has, and pages are about. */
export type Thing = "consent" | "signing" | "decision" | "client" | "account" | "notice";

/** What the parameters of a route name; or `list`, for pages of what the customer has, which name nothing. */
type About = Readonly<Record<string, Thing>> | "list" | "nothing";

export interface Line {
  readonly about: About;
  /** What the query names beside. */
  readonly query?: Readonly<Record<string, Thing>>;
  /** Forms that are sent, beside whatever the page would send. */
  readonly form?: Readonly<Record<string, string | { readonly thing: Thing }>>;
  /** The owner is answered as for what is not there: why. */
  readonly ownAsNone?: string;
}

const STOPPING = { key: "k-1", answer: "yes", all: "yes", until: "1" };

/** Every page of customers. */
export const LINES: Readonly<Record<string, Line>> = {
  "dashboard.$": { about: "nothing" },
  "dashboard.log-in": { about: "nothing" },
  "dashboard.log-in_.callback": { about: "nothing" },
  "dashboard.log-out": { about: "nothing" },
  "dashboard._index": { about: "list" },
  "dashboard.sessions": { about: "list", form: { end: { thing: "notice" } } },
  "dashboard.notices._index": { about: "list", query: { after: "notice" }, form: { "up-to": { thing: "notice" } } },
  "dashboard.notices.settings": { about: "list", form: { app: { thing: "client" } } },
  "dashboard.export": { about: "list" },
  "dashboard.export[.]csv": { about: "list" },
  "dashboard.export[.]json": { about: "list" },
  "dashboard.stop-everything": { about: "list", form: STOPPING },
  "dashboard.apps.$clientId.stop": { about: { clientId: "client" }, form: STOPPING },
  "dashboard.consents.$id": { about: { id: "consent" } },
  "dashboard.consents.$id_.history": { about: { id: "consent" } },
  "dashboard.consents.$id_.shown.$decision": { about: { id: "consent", decision: "decision" } },
  "dashboard.consents.$id_.receipt": { about: { id: "consent" } },
  "dashboard.consents.$id_.receipt[.]json": { about: { id: "consent" } },
  "dashboard.consents.$id_.receipt[.]pdf": { about: { id: "consent" } },
  "dashboard.consents.$id_.reads": { about: { id: "consent" } },
  "dashboard.consents.$id_.reads[.]csv": { about: { id: "consent" } },
  "dashboard.consents.$id_.pause": { about: { id: "consent" }, form: STOPPING },
  "dashboard.consents.$id_.resume": { about: { id: "consent" }, form: STOPPING },
  "dashboard.consents.$id_.report": { about: { id: "consent" }, form: STOPPING },
  "dashboard.consents.$id_.stop": { about: { id: "consent" }, form: STOPPING },
  "dashboard.consents.$id_.stop_.receipt[.]json": { about: { id: "consent" } },
  "dashboard.consents.$id_.stop_.receipt[.]pdf": { about: { id: "consent" } },
  "dashboard.consents.$id_.accounts.$account.stop": { about: { id: "consent", account: "account" }, form: STOPPING },
  "dashboard.signatures._index": { about: "list" },
  "dashboard.signatures.$id": { about: { id: "signing" }, form: { choice: "refuse", seen: "x" } },
  "dashboard.signatures.$id_.confirm": {
    about: { id: "signing" },
    form: { choice: "refuse", seen: "x" },
    ownAsNone: "it leads to the page of the request, also whoever has not been asked to confirm anything",
  },
};
