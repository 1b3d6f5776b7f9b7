import type { MetaFunction } from "@remix-run/node";
import { enGBPages } from "~/i18n/en-GB-pages";

const words = enGBPages.home;

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: words.documentTitle }];

export default function Index() {
  return (
    <main className="page">
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <p>{words.nothingToDo}</p>
    </main>
  );
}
