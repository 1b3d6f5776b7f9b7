import { type Context, Hono } from "hono";
import { z } from "zod";
import { TPPS } from "../../personas.ts";
import type { DeskRecord } from "../events/desk-store.ts";
import type { ApiVersion, Visited } from "../events/event-desk.ts";
import { acknowledgeEvents, fetchEvents } from "../events/fetch-events.ts";
import { eventsOf } from "../events/notification.ts";
import type { TppId } from "../order/order.ts";
import { renderEventsPage } from "../pages/events-page.tsx";
import { PROBLEMS } from "../pages/problem-page.tsx";
import { problem } from "./problem.ts";
import type { Services, WorkbenchEnv } from "./services.ts";
import { sessionOf } from "./session.ts";

const TPP_IDS = Object.values(TPPS).map(({ id }) => id) as [TppId, ...TppId[]];
const whose = z.object({ tpp: z.enum(TPP_IDS) });
const wish = whose.extend({ delivery: z.enum(["push", "poll"]), version: z.enum(["v3.1", "v4.0"]) });

/** What the bank tells a TPP. Subscriptions are the TPP's and not a browser's: every browser sees the same. */
export function eventRoutes(services: Services): Hono<WorkbenchEnv> {
  const { desk, desks, notifications, runs } = services;
  const routes = new Hono<WorkbenchEnv>();

  routes.get("/events", async (c) => {
    const tpp = Object.values(TPPS).find(({ id }) => id === c.req.query("tpp")) ?? TPPS.beacon;
    const session = sessionOf(c);
    const mine = session ? await runs.list(session) : [];
    return c.html(
      renderEventsPage({
        tpp,
        record: await desks.read(tpp.id),
        notifications: await notifications.list(tpp.id),
        runOf: (notification) => mine.find((run) => eventsOf(run, [notification]).length > 0)?.id,
      }),
    );
  });

  /** Does what a form asks for, keeps what came of it, and shows the page. */
  const act = <Fields extends { readonly tpp: TppId }>(
    name: string,
    fields: z.ZodType<Fields>,
    work: (fields: Fields, before: DeskRecord) => Promise<DeskRecord>,
  ) =>
    routes.post(`/events/${name}`, async (c: Context<WorkbenchEnv>) => {
      const form = fields.safeParse(Object.fromEntries(await c.req.formData()));
      if (!form.success) return problem(c, PROBLEMS.unknownPage);
      const { tpp } = form.data;
      await desks.write(tpp, await work(form.data, await desks.read(tpp)));
      return c.redirect(`/events?tpp=${tpp}`, 303);
    });

  /** What the bank did not say stays as it was said before. */
  const after = (before: DeskRecord, { steps, subscription = before.subscription }: Visited): DeskRecord => ({
    steps,
    ...(subscription && { subscription }),
  });
  const held = ({ subscription }: DeskRecord) => (typeof subscription === "object" ? subscription : undefined);
  const versionOf = (record: DeskRecord): ApiVersion => (held(record)?.version.startsWith("3") ? "v3.1" : "v4.0");

  act("look", whose, async ({ tpp }, before) => after(before, await desk.look(tpp, versionOf(before))));

  act("subscribe", wish, async ({ tpp, ...asked }, before) => after(before, await desk.subscribe(tpp, asked)));

  act("change", wish, async ({ tpp, ...asked }, before) => {
    const subscription = held(before);
    return after(before, await (subscription ? desk.replace(tpp, subscription.id, asked) : desk.subscribe(tpp, asked)));
  });

  act("unsubscribe", whose, async ({ tpp }, before) => {
    const subscription = held(before);
    return subscription ? after(before, await desk.end(tpp, subscription.id, versionOf(before))) : before;
  });

  act("poll", whose, async ({ tpp }, before) => ({
    ...before,
    steps: await fetchEvents(services, tpp, versionOf(before)),
  }));

  act("acknowledge", whose, async ({ tpp }, before) => ({
    ...before,
    steps: await acknowledgeEvents(services, tpp, versionOf(before)),
  }));

  return routes;
}
