import type { MetaFunction } from "@remix-run/node";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Consent service" }];

export default function Index() {
  return (
    <main className="page">
      <h1>Consent service</h1>
      <p>
        When an app asks for your accounts or asks you to pay, your bank brings you here to see exactly what is asked
        and to allow or refuse it.
      </p>
      <p>There is nothing to do on this page. Start in the app that you want to connect.</p>
    </main>
  );
}
