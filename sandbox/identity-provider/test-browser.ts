import { type Agent, fetch } from "undici";

/**
 * As much of a browser as the sign-in pages need: cookies by path, redirects, forms with their Origin. It stops,
 * without asking, at the first address of another origin.
 */
export class TestBrowser {
  private readonly jar = new Map<string, { name: string; value: string; path: string }>();
  url: URL;
  status = 0;
  html = "";
  headers = new Headers();

  constructor(
    private readonly origin: string,
    private readonly dispatcher: Agent,
  ) {
    this.url = new URL(origin);
  }

  open(address: URL | string): Promise<this> {
    return this.go(new URL(address, this.url));
  }

  /** Sends a form of the page at hand, or of `from` where a hostile page does it. */
  submit(fields: Record<string, string>, action = this.url.pathname, from = this.origin): Promise<this> {
    return this.go(new URL(action, this.url), { body: new URLSearchParams(fields).toString(), from });
  }

  /** The reference that the page at hand names, and the code that was sent under it to the sandbox phone. */
  async readCode(): Promise<string> {
    const reference = /class="reference">(\w+)</.exec(this.html)?.[1];
    const phone = await new TestBrowser(this.origin, this.dispatcher).open("/phone");
    const code = new RegExp(`data-reference="${reference}".*?(\\d{6})`).exec(phone.html)?.[1];
    if (!code) throw new Error(`no code under reference ${reference} on the sandbox phone`);
    return code;
  }

  /** Another tab, or what a thief has: the same cookies, apart from then on. */
  fork({ without }: { without?: string } = {}): TestBrowser {
    const twin = new TestBrowser(this.origin, this.dispatcher);
    twin.url = this.url;
    for (const [key, cookie] of this.jar) if (cookie.name !== without) twin.jar.set(key, cookie);
    return twin;
  }

  cookies(): string[] {
    return [...this.jar.values()].map(({ name }) => name);
  }

  private async go(url: URL, form?: { body: string; from: string }): Promise<this> {
    this.url = url;
    if (url.origin !== this.origin) return this;
    const cookie = [...this.jar.values()]
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      dispatcher: this.dispatcher,
      headers: {
        accept: "text/html",
        cookie,
        ...(form && { origin: form.from, "content-type": "application/x-www-form-urlencoded" }),
      },
      body: form?.body ?? null,
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    this.status = response.status;
    this.headers = new Headers([...response.headers]);
    this.html = await response.text();
    const location = this.headers.get("location");
    return location ? this.go(new URL(location, url)) : this;
  }

  private keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? "/";
    if (value === "") this.jar.delete(`${name} ${path}`);
    else this.jar.set(`${name} ${path}`, { name, value, path });
  }
}
