import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookAnswer, requireSandboxChoice } from "~/web/gallery-choice.server";

export const loader = ({ request }: LoaderFunctionArgs) => lookAnswer(requireSandboxChoice(request));
