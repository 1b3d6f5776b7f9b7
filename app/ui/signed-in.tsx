import type { SignedInView } from "./frame-view";
import { Sentence } from "./sentence";

/**
 * Whose page this is, and the quiet way to make it somebody else's.
 *
 * @param form the id of the page's own form.
 */
export function SignedIn({ view, form }: { view: SignedInView; form: string }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 text-base print:mt-1">
      <span>
        <Sentence>{view.as}</Sentence>
      </span>
      <button type="submit" form={form} name="choice" value="log-in-again" className="quiet print:hidden">
        {view.other}
      </button>
    </p>
  );
}
