/** What stands for an app without a name. Nominative and accusative are alike; a brand has one form throughout. */
export const THE_APP = "die App";
export const AN_APP = "eine App";

/** `app` after "von", "zu" and "mit". */
export function dative(app: string): string {
  if (app === THE_APP) return "der App";
  return app === AN_APP ? "einer App" : app;
}

/** "zur App", "zu Budget Beacon". */
export const to = (app: string) => (app === THE_APP ? "zur App" : `zu ${dative(app)}`);
