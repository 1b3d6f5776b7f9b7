/** What stands around every page of the portal. */
export interface StaffFrameView {
  readonly bank: string;
  readonly staff: { readonly name: string; readonly roles: string; readonly isSuper: boolean };
  readonly search: boolean;
  readonly items: readonly MenuItem[];
}

export interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly isHere: boolean;
  /** How many wait there for this person. */
  readonly waiting: number;
}
