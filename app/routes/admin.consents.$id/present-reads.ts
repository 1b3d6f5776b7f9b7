import { enGB } from "~/i18n/en-GB/index";
import { formatsFor } from "~/i18n/formats";
import { paths } from "~/paths";
import type { ConsentDetailView, ReadRow } from "~/ui/admin/consent-detail-view";
import { figure, minute } from "~/ui/admin/staff-words";
import { accountName, clusterName, weeksInWords } from "~/ui/present-reads";
import type { OwnReads } from "~/use-cases/view-access-history";

/** Where the earlier days are asked for. */
export const READS_BEFORE = "reads-before";

/** What was really read, by day and sort of data (B-03); absent where no data is read with it. */
export function presentReadsOf(reads: OwnReads, before: string | undefined): Pick<ConsentDetailView, "reads"> {
  const { consent, days, more, used, clusters, toldUntil } = reads;
  if (consent.kind !== "account-access" && days.length === 0) return {};
  const here = paths.adminConsent(consent.id);
  const last = days.at(-1)?.day;
  return {
    reads: {
      ...(used && { activity: { weeks: used.weeks, label: weeksInWords(used.weeks, enGB) } }),
      clusters: clusters.map(({ cluster, lastAt }) => ({ label: clusterName(cluster, enGB), value: minute(lastAt) })),
      told: toldUntil
        ? `The gateways have told everything up to ${minute(toldUntil)}.`
        : "No gateway has told of any reads yet.",
      rows: rowsOf(reads),
      ...(more && last !== undefined && { earlier: `${here}?${READS_BEFORE}=${last}#reads` }),
      ...(before !== undefined && { newest: `${here}#reads` }),
    },
  };
}

function rowsOf({ days, accounts }: OwnReads): readonly ReadRow[] {
  const { time } = formatsFor("en-GB");
  const own = enGB.reads;
  return days.flatMap(({ day, reads }) =>
    reads.map(({ resource, account, present, reads: count, records, firstAt, lastAt }) => {
      const [from, to] = [time(firstAt), time(lastAt)];
      return {
        id: `${day} ${resource} ${account ?? ""} ${present}`,
        day,
        what: own.resources[resource],
        account: account === undefined ? "–" : accountName(account, accounts, enGB),
        reads: figure(count),
        records: figure(records),
        times: from === to ? from : `${from} to ${to}`,
        how: present ? "Customer there" : "In the background",
      };
    }),
  );
}
