import { paths } from "~/paths";

const WAYS = [
  [paths.adminOperations, "Jobs and upstreams"],
  [paths.adminDeliveries, "Deliveries"],
  [paths.adminDifferences, "Differences"],
  [paths.adminRetention, "Retention"],
  [paths.adminAuthority, "Authorization server"],
] as const;

/** The pages of operations, one beside the other. */
export function OperationsWays({ here }: { here: string }) {
  return (
    <nav className="operations-ways" aria-label="Operations">
      {WAYS.map(([href, label]) => (
        <a key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
