import type { Interaction, InteractionResults, Provider } from "oidc-provider";

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
  return conclude(provider, uid, ({ lastSubmission }) =>
    "error" in result ? result : { ...lastSubmission, ...result },
  );
}

/** Ends the step with nothing, not even what the steps before it gave: the customer is asked to log in again. */
export const forgetLogin = (provider: Provider, uid: string): Promise<boolean> => conclude(provider, uid, () => ({}));

async function conclude(
  provider: Provider,
  uid: string,
  resultOf: (interaction: Interaction) => InteractionResults,
): Promise<boolean> {
  const interaction = await provider.Interaction.find(uid);
  if (!interaction) return false;
  interaction.result = resultOf(interaction);
  await interaction.persist();
  return true;
}
