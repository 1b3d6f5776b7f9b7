import type { Tpp } from "../../personas.ts";

/** One act of a TPP towards the bank's event API, at one press. */
export function EventForm({ tpp, act, label }: { readonly tpp: Tpp; readonly act: string; readonly label: string }) {
  return (
    <form method="post" action={`/events/${act}`}>
      <input type="hidden" name="tpp" value={tpp.id} />
      <button className="button" type="submit">
        {label}
      </button>
    </form>
  );
}
