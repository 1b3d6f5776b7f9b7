const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A caller's `x-fapi-interaction-id` when it is what the standard asks for, an RFC 4122 UUID. Anything else reaches
 * neither logs nor pages nor answers: a caller could put a token or a name there.
 */
export const interactionIdOf = (given: string | null | undefined): string | undefined =>
  given && UUID.test(given) ? given : undefined;
