/** What the form sends: every field as text, permissions as a list. */
export type OrderFields = Readonly<Record<string, string | readonly string[]>>;

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "date" | "lines";
  readonly numeric?: boolean;
  /** Present: one of these, and no typing. */
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Fields that belong together. */
export interface FieldGroup {
  readonly legend: string;
  readonly hint?: string;
  /** Rarely needed: closed until something is in it. */
  readonly folded?: boolean;
  readonly fields: readonly Field[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The date so many days from today, as a date field takes it. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
