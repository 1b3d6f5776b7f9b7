import type { AuthorizationAnswer } from "../protocol/authorization-answer.ts";
import { checkHybridAnswer, checkJarmAnswer, type Expectation } from "../protocol/check-answer.ts";
import { maskField, maskJson } from "../protocol/masking.ts";
import type { Refusal } from "../runs/run.ts";
import { StepFault } from "../runs/step-fault.ts";
import { metadataOf, required, type Walk } from "../runs/walk.ts";

/**
 * Checks what came back through the browser before anything in it is used.
 *
 * @returns whether there is a code to redeem; when the answer is an error, the run is refused.
 */
export async function checkAnswer(walk: Walk, answer: AuthorizationAnswer): Promise<boolean> {
  const refusal = await walk.journal.step("answer", async (draft) => {
    for (const [name, value] of Object.entries(answer.parameters)) {
      draft.parameters.push({ name, value: maskField(name, value) });
    }
    const check = walk.identity.tpp.profile === "fapi2" ? checkJarmAnswer : checkHybridAnswer;
    const { checks, token } = await check(answer, expectation(walk));
    draft.checks.push(...checks);
    if (token) {
      draft.documents.push({ name: token.name, header: token.header, claims: maskJson(token.claims) as object });
    }
    const failed = checks.filter((each) => !each.passed);
    if (failed.length > 0) {
      throw new StepFault(`Not believed, and no code was used: ${failed.map((each) => each.name).join("; ")}.`);
    }
    const found = refusalIn(answer.jarmClaims ?? answer.parameters);
    if (found) draft.outcome = "refused";
    return found;
  });
  if (refusal) walk.run = { ...walk.run, phase: "refused", refusal };
  return refusal === undefined;
}

function expectation(walk: Walk): Expectation {
  const { issuer, answersNameIssuer, keys } = metadataOf(walk);
  const { state, nonce } = walk.run.secrets;
  return {
    issuer,
    answersNameIssuer,
    keys,
    clientId: walk.identity.tpp.id,
    state: required(state, "state"),
    nonce: required(nonce, "nonce"),
    consentId: required(walk.run.consentId, "consent id"),
  };
}

function refusalIn(claims: Readonly<Record<string, unknown>>): Refusal | undefined {
  const { error, error_description: description } = claims;
  if (typeof error !== "string") return undefined;
  return { error, ...(typeof description === "string" ? { description } : {}) };
}
