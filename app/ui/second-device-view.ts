import type { FrameView } from "./frame-view";

/** A step on the way to another device, on either of them. */
export interface SecondDeviceView {
  readonly is: "offered" | "joined" | "matched" | "late" | "locked" | "code" | "number";
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
  readonly offer?: {
    readonly scan: string;
    readonly picture: { readonly label: string; readonly size: number; readonly path: string };
    readonly type: string;
    readonly code: string;
    readonly lasts: string;
  };
  /** What the other device asks for. */
  readonly number?: string;
  readonly text?: string;
  readonly field?: { readonly name: "code" | "number"; readonly label: string; readonly value?: string };
  readonly ways: readonly { readonly choice: string; readonly label: string; readonly quiet?: boolean }[];
}
