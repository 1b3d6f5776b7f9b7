import { wordsOfReason } from "./staff-words";

/** What each job does, as staff read it; its own name stands beside it, for logs and metrics. */
export const JOB_WORDS = {
  "address-events": "Works out whom to tell",
  "announce-cases": "Hands on what customers report",
  "audit-months": "Makes room for the evidence of coming months",
  "bulk-revoke": "Revokes lists of consents",
  "deliver-mail": "Sends mail to customers",
  "deliver-to-analytics": "Tells analytics",
  "deliver-to-tpps": "Tells TPPs",
  "end-pauses": "Ends pauses whose time is over",
  "expire-consents": "Ends consents whose time is over",
  "fold-counts": "Counts for the home page",
  "follow-signatures": "Follows who has signed",
  "forget-exports": "Forgets exports that nobody took",
  "forget-sessions": "Forgets sessions of customers",
  "forget-staff-looks": "Forgets why consents were opened",
  "forget-staff-sessions": "Forgets sessions of staff",
  "give-up-deliveries": "Gives up what nobody takes",
  "learn-names": "Learns the names of customers",
  "lift-suspensions": "Lifts suspensions whose time is over",
  "measure-gauges": "Measures for monitoring",
  "prepare-revocations": "Lists consents to revoke",
  reconcile: "Compares all consents with the authorization server",
  "reconcile-newest": "Compares the newest with the authorization server",
  "recount-consents": "Counts all anew, to check the counters",
  "refresh-app-facts": "Asks the register about apps",
  "remind-of-ends": "Reminds customers of what ends soon",
  "reseal-keys": "Seals keys with the newest one",
  "run-approved": "Runs what was approved",
  "run-checks": "Runs checks that staff asked for",
  "seal-audit": "Seals evidence",
  "settle-changes": "Finishes holds, releases and stops",
  "settle-unfinished": "Finishes answers of customers",
  "sweep-findings": "Clears away settled differences",
  "sweep-notices": "Clears away old notices",
  "sweep-outbox": "Clears away old deliveries",
  "sweep-reads": "Clears away old reads",
  "sweep-visits": "Clears away visits nobody answered",
  "sync-register": "Reads the register of TPPs",
  "take-authority-events": "Takes events of the authorization server",
  "tell-of-suspensions": "Publishes what is suspended",
} as const;

/** Of a job that an earlier release ran, its name. */
export const wordsOfJob = (name: string): string =>
  name in JOB_WORDS ? JOB_WORDS[name as keyof typeof JOB_WORDS] : wordsOfReason(name);
