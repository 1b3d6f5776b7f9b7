import type { Person } from "./people.ts";

const KEPT = 5;

/** What goes to a phone. */
export interface Message {
  readonly code: string;
  /** Stands on the page that asks for the code too. */
  readonly reference: string;
  readonly text: string;
}

export interface TextMessage extends Message {
  readonly receivedAt: Date;
}

export interface Inbox {
  readonly owner: Person;
  /** Newest first. */
  readonly messages: readonly TextMessage[];
}

/**
 * Everybody's phone, in the sandbox. It stands for a device outside the bank, so it is not in the bank's database,
 * where codes are never readable; it holds the last few messages and forgets them with the process.
 */
export interface SandboxPhones {
  deliver(owner: Person, message: Message): void;
  inboxes(): readonly Inbox[];
}

export function createSandboxPhones(): SandboxPhones {
  const inboxes = new Map<string, Inbox>();
  return {
    deliver(owner, { code, reference, text }) {
      const earlier = inboxes.get(owner.id)?.messages ?? [];
      const messages = [{ receivedAt: new Date(), code, reference, text }, ...earlier].slice(0, KEPT);
      // Deleted first, so that whoever was written to last is the last of the map.
      inboxes.delete(owner.id);
      inboxes.set(owner.id, { owner, messages });
    },
    inboxes: () => [...inboxes.values()].reverse(),
  };
}
