/** The bank's drawn mark, part of its brand: the saw-tooth roof that lets light in from the north. */
export function BankMark({ size }: { size: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 28 28"
      className="text-brand-mark"
      fill="currentColor"
    >
      <path d="M2 23V6.5l11 7v-7l13 8.3V23z" />
    </svg>
  );
}
