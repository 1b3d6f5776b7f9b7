import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { Meta, Outlet, RemixServer, Scripts, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { renderToString } from "react-dom/server";

/**
 * A Remix build made by hand, for tests: its routes use every way of writing a path, and overlap on purpose. `entry`
 * renders for real, so that what differs between two handlers shows in the HTML, partial manifest included.
 */

type RouteModule = ServerBuild["routes"][string]["module"];

function page(id: string): RouteModule {
  return {
    loader: ({ params, request }) => ({ id, params, url: request.url, host: request.headers.get("host") }),
    action: async ({ request }) => act(id, await request.text(), request.headers.get("origin")),
    default: function Page() {
      return (
        <section>
          {JSON.stringify([id, useLoaderData(), useActionData()])}
          <Outlet />
        </section>
      );
    },
    ErrorBoundary: function Boundary() {
      const error = useRouteError();
      return <p>{`${id} caught ${JSON.stringify(error)}`}</p>;
    },
  };
}

function act(id: string, body: string, origin: string | null): unknown {
  if (body.includes("redirect")) return new Response(null, { status: 302, headers: { Location: "/dashboard" } });
  if (body.includes("response")) throw new Response("no", { status: 418 });
  if (body.includes("error")) throw new Error("broken");
  return { id, body, origin };
}

const root: RouteModule = {
  ...page("root"),
  Layout: ({ children }: { children: React.ReactNode }) => (
    <html lang="en">
      <head>
        <Meta />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  ),
} as RouteModule;

const resource = (id: string): RouteModule =>
  ({
    loader: ({ params }: LoaderFunctionArgs) => Response.json({ id, params }),
    action: () => new Response("made", { status: 201 }),
  }) as unknown as RouteModule;

const missing: RouteModule = {
  ...page("missing"),
  loader: () => {
    throw new Response(null, { status: 404 });
  },
};

/** id → [parent, path, module]. No path: an index route, or with a trailing "_" in the id a pathless layout. */
const ROUTES: Readonly<Record<string, readonly [parent: string, path: string | undefined, module?: RouteModule]>> = {
  _index: ["root", undefined],
  $: ["root", "*", missing],
  ":tenant": ["root", ":tenant"],
  lang: ["root", ":lang?/about"],
  beta: ["root", "beta?/news/:item"],
  Mixed: ["root", "MixedCase/Sub"],
  consent: ["root", "consent"],
  "consent/index": ["consent", undefined],
  "consent/:visit": ["consent", ":visit"],
  "consent/:visit/decide": ["consent/:visit", "decide"],
  "consent/$": ["consent", "*", missing],
  "consent.flat": ["root", "consent/flat"],
  dashboard: ["root", "dashboard"],
  "dashboard/index": ["dashboard", undefined],
  "dashboard/items": ["dashboard", "items"],
  "dashboard/items/index": ["dashboard/items", undefined],
  "dashboard/items/:id": ["dashboard/items", ":id"],
  "dashboard/items/:id/x": ["dashboard/items/:id", "x"],
  "dashboard/$": ["dashboard", "*", missing],
  admin: ["root", "admin"],
  "admin/pathless_": ["admin", undefined],
  "admin/tpps": ["admin/pathless_", "tpps"],
  "admin/tpps/:id": ["admin/tpps", ":id"],
  "admin/tpps/:id/edit/deep": ["admin/tpps/:id", "edit/deep"],
  "admin/staff": ["root", "admin/staff"],
  "admin/index": ["admin/pathless_", undefined],
  "api/things": ["root", "api/v1/things/:id", resource("api/things")],
  "api/file": ["root", "api/:name.json", resource("api/file")],
};

export const SYNTHETIC_PATHS = Object.values(ROUTES).flatMap(([, path]) => path?.split("/") ?? []);

export function syntheticBuild(): ServerBuild {
  const routes: ServerBuild["routes"] = {
    root: { id: "root", path: "", module: root } as ServerBuild["routes"][string],
  };
  for (const [id, [parentId, path, module = page(id)]] of Object.entries(ROUTES)) {
    const isIndex = path === undefined && !id.endsWith("_");
    routes[id] = { id, parentId, module, ...(path ? { path } : {}), ...(isIndex ? { index: true } : {}) };
  }
  return {
    mode: "production",
    entry: { module: { default: render, handleError: () => {}, streamTimeout: 500 } },
    routes,
    assets: assetsOf(routes),
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
    isSpaMode: false,
  };
}

const render: ServerBuild["entry"]["module"]["default"] = (request, status, headers, context) => {
  headers.set("Content-Type", "text/html");
  return new Response(renderToString(<RemixServer context={context} url={request.url} />), { status, headers });
};

function assetsOf(routes: ServerBuild["routes"]): ServerBuild["assets"] {
  return {
    version: "v1",
    url: "/assets/manifest-v1.js",
    entry: { module: "/assets/entry.js", imports: [] },
    routes: Object.fromEntries(
      Object.entries(routes).map(([id, { parentId, path, index, module }]) => [
        id,
        {
          id,
          parentId,
          path,
          index,
          module: `/assets/${encodeURIComponent(id)}.js`,
          hasAction: module.action !== undefined,
          hasLoader: module.loader !== undefined,
          hasClientAction: false,
          hasClientLoader: false,
          hasErrorBoundary: module.ErrorBoundary !== undefined,
        },
      ]),
    ) as ServerBuild["assets"]["routes"],
  };
}
