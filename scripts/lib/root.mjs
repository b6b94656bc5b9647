import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, wherever the caller stands. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
