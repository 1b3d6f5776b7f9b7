import type { Profile } from "~/domain/consent/draft";

/** The accounts to choose from, as far as they are on the page. */
export interface AccountChoiceView {
  /** `any` number of them, exactly `one`, or the one that the TPP named: `locked`. */
  readonly choice: "any" | "one" | "locked";
  readonly title: string;
  readonly hint: string;
  readonly error?: string;
  /** Asked in the place of the accounts, of a customer who acts in two capacities (P-09). */
  readonly profiles?: { readonly question: string; readonly options: readonly ProfileOption[] };
  /** To change that answer, and how many are chosen there. */
  readonly otherProfile?: ProfileOption & { readonly setAside?: string };
  readonly search?: AccountSearchView;
  /** Chosen, and not among those below. */
  readonly alsoChosen?: AccountGroup & { readonly title: string };
  /** One without a title where all are of one kind. */
  readonly groups: readonly AccountGroup[];
  /** Rows are set closer where there are many. */
  readonly many: boolean;
  readonly more?: { readonly left: string; readonly label: string; readonly parts: number };
  /** Every box on the page at once; `shown` names them. */
  readonly tickAll?: { readonly label: string; readonly shown: string; readonly none: string };
  /** "of 5 accounts chosen", after a count that the style sheet keeps. */
  readonly chosenOf?: string;
  readonly unavailable?: UnavailableView;
  /** Where some of them take the yes of others too (P-31). */
  readonly signersAlert?: string;
}

export interface ProfileOption {
  readonly profile: Profile;
  readonly label: string;
}

export interface AccountSearchView {
  readonly label: string;
  readonly hint: string;
  /** What is looked for now. */
  readonly find: string;
  readonly button: string;
  readonly result?: { readonly text: string; readonly clear: string };
}

export interface AccountGroup {
  readonly title?: string;
  readonly rows: readonly AccountRow[];
}

export interface AccountRow {
  readonly id: string;
  readonly nickname: string;
  /** Empty where the title of the group says it. */
  readonly kind: string;
  /** "••••3301", and how to say it. */
  readonly number: string;
  readonly spokenNumber: string;
  readonly balance?: string;
  readonly notes: readonly string[];
  readonly chosen: boolean;
}

export interface UnavailableView {
  readonly title: string;
  /** Few accounts have each its own reason; of many, those with one reason stand together. */
  readonly groups: readonly {
    readonly reason?: string;
    readonly rows: readonly UnavailableRow[];
    readonly left?: string;
  }[];
}

export interface UnavailableRow extends Omit<AccountRow, "chosen" | "balance"> {
  readonly reason?: string;
}
