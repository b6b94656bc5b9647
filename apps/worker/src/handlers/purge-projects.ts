import { purgeProjects } from "@assay/services";
import type { Handler } from "../registry.ts";

export const purgeProjectsHandler: Handler<"projects.purge"> = (ctx) => purgeProjects({ ctx });
