/**
 * What a TPP can hear of, by the names that subscriptions and security event tokens use (UK Read/Write API, event
 * notifications). Of the standard's list, those that have a cause here.
 */
export const EVENT_TYPES = [
  "urn:uk:org:openbanking:events:resource-update",
  "urn:uk:org:openbanking:events:consent-authorization-revoked",
  "urn:uk:org:openbanking:events:account-access-consent-linked-account-update",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export const isEventType = (name: string): name is EventType => (EVENT_TYPES as readonly string[]).includes(name);
