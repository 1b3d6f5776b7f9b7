import type { FrameView } from "./frame-view";

/** What is the same on each of a customer's own pages. */
export interface DashboardView {
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  /** Only where somebody is signed in. */
  readonly menu?: MenuView;
}

export interface MenuView {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly href: string;
    readonly isHere: boolean;
    /** How much is new there; a screen reader says it after the label. */
    readonly news?: string;
  }[];
  readonly signOut: string;
}

export interface SessionsView extends DashboardView {
  readonly text: string;
  readonly places: readonly PlaceView[];
  readonly everywhere: { readonly label: string; readonly hint: string };
}

export interface PlaceView {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  /** In the place of a way to end it. */
  readonly here?: string;
  readonly end: string;
}

/** A page of one message and one way on. */
export interface EntryView extends DashboardView {
  readonly is: "signed-out" | "still-in" | "cancelled" | "failed" | "unavailable";
  readonly text: string;
  readonly way: { readonly label: string } & (
    | { readonly by: "link"; readonly href: string }
    | { readonly by: "signing-out" }
  );
}
