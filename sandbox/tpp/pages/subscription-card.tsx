import type { Tpp } from "../../personas.ts";
import type { DeskRecord } from "../events/desk-store.ts";
import type { SeenSubscription } from "../events/event-desk.ts";
import { EventForm } from "./event-form.tsx";

const VERSIONS = [
  { value: "v4.0", name: "v4.0" },
  { value: "v3.1", name: "v3.1.11" },
];

const WAYS = [
  { value: "push", name: "Brought to the TPP", hint: "The bank calls as soon as something happens." },
  { value: "poll", name: "Fetched by the TPP", hint: "The bank keeps them until the TPP asks." },
];

/** What the bank was last seen to hold for this TPP, and the forms that change it. */
export function SubscriptionCard({
  tpp,
  subscription,
}: {
  readonly tpp: Tpp;
  readonly subscription: DeskRecord["subscription"];
}) {
  const held = typeof subscription === "object" ? subscription : undefined;
  const way = held && !held.callbackUrl ? "poll" : "push";
  const version = held?.version.startsWith("3") ? "v3.1" : "v4.0";
  return (
    <section className="card" aria-labelledby="subscription">
      <div className="row">
        <h2 id="subscription">Subscription</h2>
        <Status subscription={subscription} />
      </div>
      {held && <Facts held={held} />}
      <form className="order" method="post" action={`/events/${held ? "change" : "subscribe"}`}>
        <input type="hidden" name="tpp" value={tpp.id} />
        <Choices legend="How events arrive" name="delivery" options={WAYS} chosen={way} />
        <Choices legend="UK Read/Write API version" name="version" options={VERSIONS} chosen={version} />
        <div>
          <button className="button primary" type="submit">
            {held ? "Change" : "Subscribe"}
          </button>
        </div>
      </form>
      <div className="row">
        <EventForm tpp={tpp} act="look" label="Ask the bank what it holds" />
        {held && <EventForm tpp={tpp} act="unsubscribe" label="Unsubscribe" />}
      </div>
    </section>
  );
}

function Status({ subscription }: { readonly subscription: DeskRecord["subscription"] }) {
  if (subscription === undefined) return <span className="status wait">Not asked yet</span>;
  if (subscription === "none") return <span className="status over">Not subscribed</span>;
  return <span className="status good">{subscription.callbackUrl ? "Events are brought" : "Events are fetched"}</span>;
}

function Facts({ held }: { readonly held: SeenSubscription }) {
  return (
    <dl className="facts">
      <div>
        <dt>Subscription id</dt>
        <dd className="id">{held.id}</dd>
      </div>
      <div>
        <dt>Address that the bank calls</dt>
        <dd className="id">{held.callbackUrl ?? "none"}</dd>
      </div>
    </dl>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly name: string; readonly hint?: string }[];
  readonly chosen: string;
}

function Choices({ legend, name, options, chosen }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="radio" name={name} value={option.value} defaultChecked={option.value === chosen} required />
            <span>{option.name}</span>
            {option.hint && <small>{option.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
