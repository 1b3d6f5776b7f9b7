/** Two letters where there is no logo that we trust (P-15). The name stands next to it, so it is not read out. */
export function Monogram({ letters, brand }: { letters: string; brand?: boolean }) {
  const colours = brand ? "bg-brand text-brand-mark border-transparent" : "bg-sheet text-ink border-edge";
  return (
    <span
      aria-hidden="true"
      className={`flex size-12 flex-none items-center justify-center rounded border-2 text-lg font-bold ${colours}`}
    >
      {letters}
    </span>
  );
}
