import { COUNTED_TO } from "~/domain/shared/counted";
import { paths } from "~/paths";
import type { DeadLetter, DeadPage, DeadPlace, Endpoint, EndpointStanding } from "~/ports/delivery-desk";
import type { DeadView, DeliveriesView, EndpointView } from "~/ui/admin/operations-view";
import { figure, minute, span } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import { CHANNEL_WORDS, searchOfEndpoint } from "./asked";

interface Shown {
  readonly endpoints: readonly EndpointStanding[];
  readonly of: Endpoint | undefined;
  readonly page: DeadPage;
  readonly mayRetry: boolean;
}

export function presentDeliveries({ endpoints, of, page, mayRetry }: Shown): DeliveriesView {
  const way = (place: DeadPlace | undefined) => place && paths.adminDeliveriesOf(searchOfEndpoint(of, place));
  const [newer, older] = [way(page.newer), way(page.older)];
  return {
    endpoints: endpoints.map(endpointOf),
    dead: page.rows.map(deadOf),
    ...(of && { of: of.name }),
    ...(newer && { newer }),
    ...(older && { older }),
    ...(of && mayRetry && page.rows.length > 0 && { replayHref: paths.adminReplay(of.channel, of.name) }),
  };
}

function endpointOf(endpoint: EndpointStanding): EndpointView {
  const { channel, name, queued, oldestSeconds, dead } = endpoint;
  return {
    key: `${channel} ${name}`,
    name,
    channel: CHANNEL_WORDS[channel],
    standing: standingOf(endpoint),
    queued: figure(queued, COUNTED_TO),
    oldest: oldestSeconds === undefined ? "–" : span(oldestSeconds),
    dead: figure(dead, COUNTED_TO),
    ...(dead > 0 && { deadHref: paths.adminDeliveriesOf(searchOfEndpoint({ channel, name })) }),
  };
}

function standingOf({ failures, restsSeconds, polls }: EndpointStanding): StandingView {
  if (failures > 0) {
    const rests = restsSeconds === undefined ? "" : `, left alone for ${span(restsSeconds)}`;
    return { word: "Does not answer", tone: "bad", why: `${figure(failures)} in a row${rests}` };
  }
  return polls ? { word: "Fetches by itself", tone: "over" } : { word: "Answers", tone: "good" };
}

const deadOf = (letter: DeadLetter): DeadView => ({
  id: letter.id,
  href: paths.adminDelivery(letter.id),
  to: letter.name,
  consent: `${letter.consentId}, version ${letter.version}`,
  standing: deadStanding(letter),
  attempts: figure(letter.attempts),
  at: minute(letter.endedAt),
});

const deadStanding = ({ state, problem }: Pick<DeadLetter, "state" | "problem">): StandingView => ({
  word: state === "parked" ? "Refused" : "Given up",
  tone: "bad",
  ...(problem && { why: problem }),
});
