import { z } from "zod";
import type { Mode } from "~/domain/consent/mode";
import { type ConsentSubject, traitsOf } from "~/domain/consent-kinds/index";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import { instant, notUnderstood } from "./acp-intents/parts";
import { revision, STATUS_WORDS } from "./acp-record";
import { type ConsentView, identifier, subjectFrom } from "./acp-wire";

/** More accounts than any customer has. */
const MOST_ACCOUNTS = 1_000;

const given = { authorised_at: instant, account_ids: z.array(identifier).max(MOST_ACCOUNTS) };

/** Additions of the bundled server: of others every request is new. */
const modeSchema = z.object({
  revision: revision.nullish(),
  reauthorisation: z.object({ ...given, first_authorised_at: instant.nullish() }).nullish(),
  replaces: z.looseObject({ ...given, consent_id: identifier }).nullish(),
});

/**
 * How a request stands to what its customer agreed to before; undefined where it is new.
 *
 * @throws AuthorityError `request-not-understood` for what cannot be shown as what it is (C-05)
 */
export function modeFrom(view: ConsentView, subject: ConsentSubject): Mode | undefined {
  const read = modeSchema.safeParse(view);
  if (!read.success) throw notUnderstood("what was agreed to before is not told as we know it");
  const { reauthorisation, replaces, revision: counted } = read.data;
  if (!reauthorisation && !replaces) return undefined;
  if (reauthorisation && replaces) throw notUnderstood("the same again, and in place of another");
  if (!traitsOf(subject.kind).lasts) throw notUnderstood("a consent that is used up, asked for again");
  if (replaces) {
    const earlier = subjectFrom({ ...replaces, type: view.type });
    return { is: "instead-of", consentId: asConsentId(replaces.consent_id), subject: earlier, ...givenIn(replaces) };
  }
  if (!reauthorisation) return undefined;
  return {
    is: "again",
    ...givenIn(reauthorisation),
    ...(reauthorisation.first_authorised_at && { first: reauthorisation.first_authorised_at }),
    ...(STATUS_WORDS.revoked.includes(view.status) && { wasStopped: true }),
    ...(counted && { revision: counted }),
  };
}

const givenIn = ({ authorised_at, account_ids }: z.output<z.ZodObject<typeof given>>) => ({
  since: authorised_at,
  accounts: [...new Set(account_ids)].map(asAccountId),
});

/** Whether it can be answered: what nobody has answered yet, and what was authorised or revoked and is asked for again. */
export const isOpen = ({ status }: ConsentView, mode: Mode | undefined): boolean =>
  [STATUS_WORDS.pending, ...(mode?.is === "again" ? [STATUS_WORDS.authorised, STATUS_WORDS.revoked] : [])].some(
    (words) => words.includes(status),
  );
