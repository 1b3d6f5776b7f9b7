import { log } from "~/web/log.server";

/** What the authorization server says; undefined while it is away, for a page that says so. */
export async function unlessAuthorityAway<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AuthorityError") throw error;
    log().error({ err: error }, "the authorization server does not say who is registered");
    return undefined;
  }
}
