import type { MetaFunction } from "@remix-run/node";
import { enGB } from "~/i18n/en-GB/index";

const words = enGB.pages.home;

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
