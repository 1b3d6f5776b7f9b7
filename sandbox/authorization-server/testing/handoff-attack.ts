import { type Browser, createBrowser } from "./browser.ts";
import type { TppClient } from "./tpp-client.ts";
import { allow, reachConsentPage, type World } from "./world.ts";

/**
 * The attack on a consent page of another origin: the attacker starts an authorisation and stops at the consent page;
 * the victim opens that address, recognises the bank, and allows. What is left is to see who gets the code.
 */
export async function attackHandoff(world: World, tpp: TppClient) {
  const attacker: Browser = createBrowser();
  const victim: Browser = createBrowser();
  const handoff = await reachConsentPage(world, attacker, await tpp.authorize(await world.intent()));
  const redirectTo = new URL(await allow(world, handoff));
  const withoutAnswer = new URL(redirectTo);
  withoutAnswer.searchParams.delete("answer");
  return { attacker, victim, redirectTo, withoutAnswer };
}
