/** The versions of the UK Read/Write API that the bank speaks; v3.1 is v3.1.11. */
export const API_VERSIONS = ["v3.1", "v4.0"] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

/** The version that a path names; v3.1 where it names none. */
export const versionOf = (path: string): ApiVersion => (path.startsWith("/open-banking/v4.0/") ? "v4.0" : "v3.1");
