/** By what way somebody hears: the TPP by push or by polling, the customer by mail and in the app, the bank's analytics. */
export const CHANNELS = ["tpp", "e-mail", "in-app", "analytics"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is sent by us. A notice in the app is there as soon as it is written. */
export type SentChannel = Exclude<Channel, "in-app">;
