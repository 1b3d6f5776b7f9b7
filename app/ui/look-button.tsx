/** Shows the page otherwise and answers nothing: quiet beside the two answers, and sent in the same form. */
export function LookButton({ show, id, children }: { show: string; id?: string; children: string }) {
  return (
    <button
      type="submit"
      name="show"
      value={show}
      id={id}
      className="min-h-11 rounded border-2 border-edge bg-sheet px-4 py-1 text-start text-base hover:bg-tint"
    >
      {children}
    </button>
  );
}
