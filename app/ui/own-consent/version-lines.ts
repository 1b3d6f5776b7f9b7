import type { VersionState } from "~/domain/consent/version-states";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ShownPage } from "~/domain/evidence/shown-page";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { nicknameOf } from "../present-account";
import type { Bank } from "../present-frame";
import { type Line, linesOf } from "./compare-agreed";
import { presentAgreed } from "./present-agreed";

interface Version {
  readonly at: Date;
  readonly state: VersionState;
  /** The page of the last yes until then. */
  readonly page?: ShownPage;
}

/** What was agreed to in a version, its accounts and its end, line by line. */
export function linesAt(
  { state, page, at }: Version,
  kind: ConsentKind,
  given: { readonly app: string; readonly bank: Bank },
  words: Words,
): readonly Line[] {
  const { date } = formatsFor(words.locale);
  const made = page?.shown.made;
  const agreed = made && { at, request: made.request, offered: made.offered };
  const view = agreed && presentAgreed({ kind, agreed, isLive: true }, { ...given, now: at, words });
  const names = new Map(made?.offered.map(({ account }) => [account.id as string, nicknameOf(account, words)]));
  const own = words.connectionDetail;
  const { ends, on, openEnded } = words.lasting;
  return [
    ...linesOf(view),
    ...state.accountIds.map((id) => ({
      about: `account ${id}`,
      text: `${own.accounts}: ${names.get(id) ?? own.unnamedAccounts(1)}`,
    })),
    ...(view ? [{ about: "end", text: `${ends}: ${state.expiresAt ? on(date(state.expiresAt)) : openEnded}` }] : []),
  ];
}
