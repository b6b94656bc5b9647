import { sweepBlobs } from "@assay/services";
import type { Handler } from "../registry.ts";

export const sweepBlobsHandler: Handler<"blobs.sweep"> = (ctx) => sweepBlobs({ ctx });
