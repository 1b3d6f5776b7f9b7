import { folded } from "../shared/folded";

/**
 * Whether a text has every word that is looked for, in any order and each wherever it stands.
 *
 * @returns undefined where nothing is looked for.
 */
export function searchFor(find: string | undefined): ((text: string) => boolean) | undefined {
  const wanted = folded(find ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return undefined;
  return (text) => {
    const searched = folded(text);
    return wanted.every((word) => searched.includes(word));
  };
}
