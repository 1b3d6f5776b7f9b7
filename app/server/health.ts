import type { AppRuntime } from "./app-build";

export interface Health {
  /** The answer to /healthz and /readyz; `undefined` for every other path. */
  answer(pathname: string): Promise<Response> | Response | undefined;
}

/** A dependency that does not say whether it is there is not there; probes themselves usually wait only seconds. */
const PATIENCE_MS = 2_000;

/**
 * `/healthz`: the process serves; restart it when it does not. `/readyz`: send it customers or not, with the names of
 * what is missing and nothing about it.
 *
 * @param isStopping from then on /readyz sends customers elsewhere while open requests finish.
 */
export function createHealth(readiness: AppRuntime["readiness"], isStopping: () => boolean): Health {
  async function ready(): Promise<Response> {
    if (isStopping()) return Response.json({ status: "not_ready", notReady: ["stopping"] }, { status: 503 });
    const { ready, notReady } = await withPatience(readiness());
    return Response.json(ready ? { status: "ready" } : { status: "not_ready", notReady }, {
      status: ready ? 200 : 503,
    });
  }
  return {
    answer(pathname) {
      if (pathname === "/healthz") return Response.json({ status: "ok" });
      return pathname === "/readyz" ? ready() : undefined;
    },
  };
}

type Readiness = Awaited<ReturnType<AppRuntime["readiness"]>>;

async function withPatience(asked: Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, notReady: ["no answer in time"] }), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch {
    return { ready: false, notReady: ["check failed"] };
  } finally {
    clearTimeout(timer);
  }
}
