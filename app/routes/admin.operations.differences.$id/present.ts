import { paths } from "~/paths";
import type { DifferenceView } from "~/ui/admin/operations-view";
import { figure, minute, STATUS_WORDS } from "~/ui/admin/staff-words";
import type { Difference, Proposal } from "~/use-cases/settle-difference";
import { aboutWords, theirsWords } from "../admin.operations.differences._index/present";

interface Shown {
  readonly difference: Difference;
  readonly mayRepair: boolean;
  /** What came of the last try. */
  readonly outcome: string | null;
}

export function presentDifference({ difference, mayRepair, outcome }: Shown): DifferenceView {
  const { finding, proposal, theirs } = difference;
  const words = PROPOSALS[proposal];
  return {
    facts: [
      { label: "Consent", value: "", code: finding.consent.id, href: paths.adminConsent(finding.consent.id) },
      { label: "App", value: "", code: finding.consent.clientId },
      { label: "What differs", value: aboutWords(finding) },
      { label: "Found (UTC)", value: minute(finding.foundAt) },
      {
        label: "We have",
        value: finding.status
          ? `${STATUS_WORDS[finding.status].word}, version ${figure(finding.version ?? 0)}`
          : "Nothing any more",
      },
      ...(proposal === "away" || proposal === "nothing"
        ? []
        : [{ label: "It has now", value: theirs ? theirsWords(theirs.status) : "No such consent" }]),
    ],
    question: words.question,
    ...("button" in words &&
      mayRepair && { act: { proposal, button: words.button, isDanger: proposal !== "take-record" } }),
    notices: [
      ...(outcome === "settled" ? ["This is settled. The next look of the jobs confirms it."] : []),
      ...(outcome === "meanwhile" ? ["Nothing was done: it is another matter by now. Look again."] : []),
    ],
  };
}

const PROPOSALS = {
  "take-record": {
    question: "The authorization server has this consent. Our picture of it becomes what it says.",
    button: "Take over what it says",
  },
  "take-over-customer": {
    question:
      "The authorization server names another customer than we do. If it is right, the consent becomes theirs, and what it held of our customer’s accounts goes for ever, from its history too. If it is wrong, mend it there, and this ends by itself.",
    button: "Take over whose it is",
  },
  end: {
    question:
      "The authorization server has no such consent, so that it gives nobody access. It ends here, and its customer and its app are told.",
    button: "End 1 consent",
  },
  nothing: { question: "There is nothing to settle any more." },
  away: {
    question:
      "The authorization server does not answer now. What is to be done hangs on what it says. Try again later.",
  },
} as const satisfies Record<Proposal, { question: string; button?: string }>;
