/** One colour each, `#rrggbb`. */
export interface BrandColours {
  /** The bank's own colour: behind its name and its mark, and nowhere else. */
  readonly accent: string;
  readonly onAccent: string;
  /** The drawn mark on the accent. */
  readonly mark: string;
  /** Around the sheet, and behind what is chosen. */
  readonly tint: string;
}

/** Colours that are the same for every bank. `ink` is for what is being shared, `soft` for what explains it. */
export interface NeutralColours {
  readonly sheet: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly edge: string;
  readonly action: string;
  readonly onAction: string;
  readonly actionHover: string;
  readonly focus: string;
  readonly problemText: string;
  readonly problemTint: string;
  readonly problemLine: string;
}

export type Palette = BrandColours & NeutralColours;

export const DESIGNS = ["light", "dark"] as const;
export type Design = (typeof DESIGNS)[number];

/** Both are designed; neither is the other turned round. */
export const NEUTRALS: Readonly<Record<Design, NeutralColours>> = {
  light: {
    sheet: "#ffffff",
    ink: "#181b1d",
    soft: "#50575b",
    line: "#dadedf",
    edge: "#717a7f",
    action: "#181b1d",
    onAction: "#ffffff",
    actionHover: "#3a4145",
    focus: "#0a58ca",
    problemText: "#8c1d13",
    problemTint: "#fdf1ef",
    problemLine: "#c4342a",
  },
  dark: {
    sheet: "#181b1d",
    ink: "#eef0f1",
    soft: "#b5bcc0",
    line: "#343a3d",
    edge: "#858f94",
    action: "#eef0f1",
    onAction: "#141719",
    actionHover: "#c9d0d3",
    focus: "#8fb8ff",
    problemText: "#ffb9ae",
    problemTint: "#2c1715",
    problemLine: "#e2695c",
  },
};
