import { vacuumStorage } from "@assay/services";
import type { Handler } from "../registry.ts";

export const vacuumStorageHandler: Handler<"storage.vacuum"> = (ctx) => vacuumStorage({ ctx });
