import type { InteractionResults, Provider } from "oidc-provider";

/**
 * Puts the result of a step into the interaction that waits for it. The library's own calls for this need its cookie,
 * which a server-to-server call does not carry.
 *
 * @returns false when the interaction is gone.
 */
export async function completeInteraction(
  provider: Provider,
  uid: string,
  result: InteractionResults,
): Promise<boolean> {
  const interaction = await provider.Interaction.find(uid);
  if (!interaction) return false;
  interaction.result = "error" in result ? result : { ...interaction.lastSubmission, ...result };
  await interaction.persist();
  return true;
}
