import { runAsProcess } from "../service.ts";
import { topologyFromEnv } from "../topology.ts";
import { start } from "./start.ts";

await runAsProcess("analytics", () => start(topologyFromEnv()));
