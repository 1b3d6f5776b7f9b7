/**
 * How often a standing order pays, as the UK standard can say it: the patterns of v3.1.11 (`EvryDay`, `IntrvlWkDay:…`)
 * and the ISO 20022 frequency codes of v4.0, brought to one form. Weekdays count from 1, Monday.
 */
export type Rhythm =
  /** `EvryDay`, `DAIL`: all days, weekends too. */
  | { readonly every: "day" }
  /** `EvryWorkgDay`, `WODL`. */
  | { readonly every: "working-day" }
  /** `IntrvlDay:nn`, 2 to 31; `INDA` several times a day is none of these and is not understood. */
  | { readonly every: "days"; readonly days: number }
  /** `IntrvlWkDay:nn:d`: `WEEK`, `FRTN`, `FOWK` too. */
  | { readonly every: "weeks"; readonly weeks: number; readonly weekday?: Weekday }
  /** `WkInMnthDay:nn:d`: in the nth week of each month, on that weekday. */
  | { readonly every: "week-of-month"; readonly week: 1 | 2 | 3 | 4 | 5; readonly weekday: Weekday }
  /** `IntrvlMnthDay:nn:dd`: each n months on a day, counted from the month's end where negative (-1 is the last). */
  | { readonly every: "months"; readonly months: number; readonly day?: number }
  /** `QtrDay:…`: the quarter days of England, of Scotland, or of the payer's own bank ("RECEIVED"). */
  | { readonly every: "quarter-day"; readonly of: "english" | "scottish" | "received" };

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
