import type { AccountChoiceView, AccountGroup, AccountRow } from "./account-choice-view";
import { AccountSearch } from "./account-search";
import { AccountText } from "./account-text";
import { Icon } from "./icon";
import { LookButton } from "./look-button";
import { Sentence } from "./sentence";
import { UnavailableAccounts } from "./unavailable-accounts";

/**
 * Real boxes with real labels, none ticked by us (C-01). `autocomplete` is off for their form, so that a browser that
 * restores a page does not revive a tick (I-43). The server never believes what comes back: it intersects it with what it offered.
 */
export function AccountChoice({ view }: { view: AccountChoiceView }) {
  const described = view.error ? "accounts-error accounts-hint" : "accounts-hint";
  const asked = view.profiles;
  return (
    <fieldset id="accounts" className="counted part" aria-describedby={described}>
      <legend>{view.title}</legend>
      <p id="accounts-hint">
        <Sentence>{view.hint}</Sentence>
      </p>
      {view.error && (
        <p id="accounts-error" className="mb-3 border-s-4 border-problem-line ps-3 font-semibold text-problem">
          <Sentence>{view.error}</Sentence>
        </p>
      )}
      {asked ? <ProfileQuestion view={asked} /> : <Accounts view={view} />}
      {view.signersAlert && (
        <p className="mt-4 border-s-4 border-edge ps-3">
          <Sentence>{view.signersAlert}</Sentence>
        </p>
      )}
      {view.unavailable && <UnavailableAccounts view={view.unavailable} folded />}
    </fieldset>
  );
}

/** In which capacity, before any account is shown (P-09). */
function ProfileQuestion({ view }: { view: NonNullable<AccountChoiceView["profiles"]> }) {
  return (
    <fieldset>
      <legend className="mb-3">{view.question}</legend>
      <div className="flex flex-wrap gap-3">
        {view.options.map(({ profile, label }) => (
          <LookButton key={profile} id={`profile-${profile}`} show={`profile:${profile}`}>
            {label}
          </LookButton>
        ))}
      </div>
    </fieldset>
  );
}

function Accounts({ view }: { view: AccountChoiceView }) {
  const { alsoChosen, more, otherProfile } = view;
  // Every row that is on the page has its own number, from the first group to the last.
  const starts = view.groups.map((_, at) => view.groups.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0));
  return (
    <>
      {otherProfile && (
        <div className="mb-4 print:hidden">
          {otherProfile.setAside && <p className="mb-3">{otherProfile.setAside}</p>}
          <LookButton show={`profile:${otherProfile.profile}`}>{otherProfile.label}</LookButton>
        </div>
      )}
      {view.search && <AccountSearch view={view.search} />}
      <div className="choices">
        {view.tickAll && <TickAll view={view.tickAll} />}
        {alsoChosen && <Group view={view} group={alsoChosen} id="also" start={0} />}
        {view.groups.map((group, at) => (
          <Group key={group.title ?? ""} view={view} group={group} id="account" start={starts[at] ?? 0} />
        ))}
        {/* Counted where it stands, after the boxes; of many it is seen above them, and all along. */}
        {view.chosenOf && <p className={view.many ? "count in-sight" : "count mt-2"}>{view.chosenOf}</p>}
      </div>
      {more && (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <span>{more.left}</span>
          <LookButton show={`more:${more.parts}`}>{more.label}</LookButton>
        </p>
      )}
    </>
  );
}

/** All at once: by a press of the customer's own, and never what is not shown (P-06). */
function TickAll({ view }: { view: NonNullable<AccountChoiceView["tickAll"]> }) {
  return (
    <p className="tick-all">
      <LookButton show={`all:${view.shown}`}>{view.label}</LookButton>
      <span className="where-ticked">
        <LookButton show="none">{view.none}</LookButton>
      </span>
    </p>
  );
}

interface GroupProps {
  readonly view: AccountChoiceView;
  readonly group: AccountGroup;
  /** What the ids of its rows begin with, and how many there are before. */
  readonly id: string;
  readonly start: number;
}

function Group({ view, group, id, start }: GroupProps) {
  if (group.rows.length === 0) return null;
  const list = (
    <ul className={`list${view.many ? " many" : ""}${view.error ? " border-problem-line" : ""}`}>
      {group.rows.map((row, at) => (
        <li key={row.id}>
          {view.choice === "locked" ? (
            <LockedRow row={row} />
          ) : (
            <ChoiceRow row={row} id={`${id}-${start + at + 1}`} type={view.choice === "one" ? "radio" : "checkbox"} />
          )}
        </li>
      ))}
    </ul>
  );
  if (!group.title) return list;
  return (
    <fieldset>
      <legend>{group.title}</legend>
      {list}
    </fieldset>
  );
}

function ChoiceRow({ row, id, type }: { row: AccountRow; id: string; type: "radio" | "checkbox" }) {
  return (
    <label>
      <input id={id} type={type} name="account" value={row.id} defaultChecked={row.chosen} />
      <AccountText row={row} />
    </label>
  );
}

/** The account that the TPP named: shown, and nothing to choose or to send (S-02). */
function LockedRow({ row }: { row: AccountRow }) {
  return (
    <div>
      <Icon of="lock-keyhole" />
      <AccountText row={row} />
    </div>
  );
}
