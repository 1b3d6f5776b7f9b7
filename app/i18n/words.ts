import type { enGB } from "./en-GB/index";

/**
 * Everything that customers are told, in one language. English is written first and is the shape of the others, so that
 * the compiler names each sentence that a language lacks.
 *
 * Functions take text that is ready to be shown: names from outside are isolated (`isolated` in `app/domain/shared/isolated-text.ts`),
 * dates and amounts are written out.
 */
export type Words = typeof enGB;
