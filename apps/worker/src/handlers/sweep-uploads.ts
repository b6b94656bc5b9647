import { sweepUploads } from "@assay/services";
import type { Handler } from "../registry.ts";

export const sweepUploadsHandler: Handler<"uploads.sweep"> = (ctx) => sweepUploads({ ctx });
