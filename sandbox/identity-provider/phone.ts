import type { Person } from "./people.ts";

const KEPT = 5;

/** What goes to a phone. */
export type Message = Code | Notice;

interface Code {
  readonly code: string;
  /** Stands on the page that asks for the code too. */
  readonly reference: string;
  readonly text: string;
}

/** Tells its owner something, and may ask to open an address of the bank. */
interface Notice {
  readonly text: string;
  readonly link?: string;
}

export type TextMessage = Message & { readonly receivedAt: Date };

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
    deliver(owner, message) {
      const earlier = inboxes.get(owner.id)?.messages ?? [];
      const messages = [{ ...message, receivedAt: new Date() }, ...earlier].slice(0, KEPT);
      // Deleted first, so that whoever was written to last is the last of the map.
      inboxes.delete(owner.id);
      inboxes.set(owner.id, { owner, messages });
    },
    inboxes: () => [...inboxes.values()].reverse(),
  };
}
