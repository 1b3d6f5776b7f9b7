import type { CheckKind } from "~/ports/asked-checks";
import { requireCorrelationId } from "./correlation.server";
import { services } from "./services.server";
import type { Staff } from "./staff-session.server";
import { withRecord } from "./with-record.server";

/**
 * What the form of a page with a long look asks for: that one begins, or that their own ends. While one is under way there is
 * no other, and where there is none of theirs none is ended: the page says how it stands.
 *
 * @throws Response 503
 */
export async function askOrStop(form: FormData, kind: CheckKind, { id: by }: Staff): Promise<void> {
  const { askedChecks } = services();
  const asked = { kind, by, correlationId: requireCorrelationId() };
  await withRecord(() => (form.get("act") === "stop" ? askedChecks.stop(asked) : askedChecks.ask(asked)));
}
