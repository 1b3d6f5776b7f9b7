import { Agent, fetch } from "undici";

/** A browser as far as a redirect flow needs one: a jar for each origin's host, and no redirect followed unasked. */
export interface Browser {
  /** Opens an address and answers what came, without following it. */
  open(address: string | URL): Promise<Answer>;
  submit(address: string | URL, form: Record<string, string>): Promise<Answer>;
  /** Opens an address and follows redirects to the first address that `isThere` accepts, which is not opened. */
  follow(address: string | URL, isThere: (url: URL) => boolean): Promise<URL>;
  /** The cookies that would be sent to an address. */
  cookies(address: string | URL): Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** Absolute; undefined unless it is a redirect. */
  readonly location?: URL;
  readonly headers: Headers;
  readonly text: string;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** Resolves every `*.localhost` name to loopback, as browsers do and Node does not. */
const loopback = new Agent({
  connect: { lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
});

/** @param planted cookies that it sends everywhere, as a forger would. */
export function createBrowser(planted: Readonly<Record<string, string>> = {}): Browser {
  const jars = new Map<string, Map<string, Cookie>>();

  function cookies(address: string | URL): Record<string, string> {
    const { hostname, pathname } = new URL(address);
    const jar = [...(jars.get(hostname) ?? [])].filter(([, { path }]) => pathMatches(pathname, path));
    return {
      ...planted,
      ...Object.fromEntries(jar.map(([key, { value }]) => [key.slice(key.indexOf(" ") + 1), value])),
    };
  }

  function keep(url: URL, header: string): void {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    const attribute = (key: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute("path") ?? "/";
    const jar = jars.get(url.hostname) ?? new Map<string, Cookie>();
    jars.set(url.hostname, jar);
    const expires = attribute("expires");
    if ((expires && new Date(expires) <= new Date()) || attribute("max-age") === "0") jar.delete(`${path} ${name}`);
    else jar.set(`${path} ${name}`, { value: pair.slice(pair.indexOf("=") + 1), path });
  }

  async function send(address: string | URL, form?: Record<string, string>): Promise<Answer> {
    const url = new URL(address);
    const jar = Object.entries(cookies(url)).map(([name, value]) => `${name}=${value}`);
    const response = await fetch(url, {
      dispatcher: loopback,
      redirect: "manual",
      headers: {
        accept: "text/html",
        ...(jar.length > 0 && { cookie: jar.join("; ") }),
        ...(form && { "content-type": "application/x-www-form-urlencoded", origin: url.origin }),
      },
      ...(form && { method: "POST", body: new URLSearchParams(form).toString() }),
    });
    for (const header of response.headers.getSetCookie()) keep(url, header);
    const location = response.headers.get("location");
    return {
      status: response.status,
      ...(location !== null && { location: new URL(location, url) }),
      headers: response.headers as unknown as Headers,
      text: await response.text(),
    };
  }

  return {
    open: (address) => send(address),
    submit: send,
    cookies,
    async follow(address, isThere) {
      let url = new URL(address);
      for (let step = 0; step < 15; step++) {
        if (isThere(url)) return url;
        const answer = await send(url);
        if (!answer.location)
          throw new Error(`${answer.status} at ${url.origin}${url.pathname}: ${answer.text.slice(0, 500)}`);
        url = answer.location;
      }
      throw new Error(`too many redirects, last at ${url.origin}${url.pathname}`);
    },
  };
}

/** RFC 6265 section 5.1.4. */
const pathMatches = (path: string, cookiePath: string) =>
  path === cookiePath || path.startsWith(cookiePath.endsWith("/") ? cookiePath : `${cookiePath}/`);
