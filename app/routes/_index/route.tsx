import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlainPage } from "~/ui/plain-page";
import { wordsFor } from "~/web/language.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: words }) => [{ title: words?.documentTitle ?? "" }];

export const loader = ({ request }: LoaderFunctionArgs) => wordsFor(request).pages.home;

export default function Index() {
  const words = useLoaderData<typeof loader>();
  return (
    <PlainPage>
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <p>{words.nothingToDo}</p>
    </PlainPage>
  );
}
