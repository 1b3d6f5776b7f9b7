import type { StaffId } from "~/domain/shared/ids";

/**
 * How members of staff want their lists, and what they come back to.
 *
 * @throws DeskUnavailable from every method
 */
export interface StaffLists {
  /** Undefined for somebody who never said. */
  lookOf(staff: StaffId): Promise<ListLook | undefined>;
  setLook(staff: StaffId, look: ListLook): Promise<void>;
  /** By name. */
  savedOf(staff: StaffId): Promise<readonly SavedSearch[]>;
  /** Under a name that somebody has already it takes the place of what was there. False when there are too many. */
  save(staff: StaffId, name: string, query: string): Promise<boolean>;
  /** Nobody's but their own. */
  forget(staff: StaffId, id: string): Promise<void>;
}

export interface ListLook {
  readonly hidden: readonly string[];
  readonly comfortable: boolean;
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** Of the list's address. */
  readonly query: string;
}
