import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";

/** The process is gone: nothing of ours can answer it. */
export class Killed extends Error {}

/** The same object, whose method `name` ends in `fault` the first time: before it did anything, or after it did all. */
export function failingOnce<Thing extends object>(
  thing: Thing,
  name: keyof Thing,
  when: "before" | "after",
  fault: () => Error = () => new Killed(),
): Thing {
  let pending = true;
  return new Proxy(thing, {
    get(target, property) {
      const method = Reflect.get(target, property);
      if (property !== name || typeof method !== "function") return method;
      return async (...given: unknown[]) => {
        const fails = pending;
        pending = false;
        if (fails && when === "before") throw fault();
        const answer = await method.apply(target, given);
        if (fails) throw fault();
        return answer;
      };
    },
  });
}

/** What an adapter makes of a 500, of garbage, and of an answer that never came. */
export const unavailable = () => new AuthorityError("unavailable", "no answer that means anything");

type Verb = "revokeConsent" | "suspendConsent" | "resumeConsent" | "findConsent";

/** The same authorization server with one method of another kind. */
export const withMethod = <Name extends Verb>(
  as: AuthorizationServer,
  name: Name,
  method: AuthorizationServer[Name],
): AuthorizationServer =>
  new Proxy(as, { get: (target, property) => (property === name ? method : Reflect.get(target, property)) });
