import { startsWithVowel } from "../welsh-and";

/** What stands for an app without a name. A brand never mutates. */
export const THE_APP = "yr ap";

/** `app` after a word that ends in a vowel: "i Budget Beacon", "i’r ap". */
export const after = (word: string, app: string) => (app === THE_APP ? `${word}’r ap` : `${word} ${app}`);

/** "gyda Budget Beacon", "gydag Apricot", "gyda’r ap". */
export const along = (app: string) => (app === THE_APP || !startsWithVowel(app) ? after("gyda", app) : `gydag ${app}`);

/** "â Budget Beacon", "ag Apricot", "â’r ap". */
export const to = (app: string) => (app === THE_APP || !startsWithVowel(app) ? after("â", app) : `ag ${app}`);
