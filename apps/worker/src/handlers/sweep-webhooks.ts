import { sweepWebhooks } from "@assay/services";
import type { Handler } from "../registry.ts";

export const sweepWebhooksHandler: Handler<"webhooks.sweep"> = (ctx) => sweepWebhooks({ ctx });
