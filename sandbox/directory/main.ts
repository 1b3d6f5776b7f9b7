import { runAsProcess } from "../service.ts";
import { topologyFromEnv } from "../topology.ts";
import { start } from "./start.ts";

await runAsProcess("directory", () => start(topologyFromEnv()));
