import { COLUMN_FRAME_TYPE, type ColumnBlock, decodeColumns } from "@assay/contract";
import { z } from "zod";
import { ApiError } from "./api-error.ts";

const Refusal = z.object({ error: z.object({ message: z.string(), remedy: z.string().optional() }) });

/**
 * Asks a route for columns of numbers, which arrive as views of the answer's bytes.
 * @throws ApiError with what the server said.
 */
export async function postColumns<Head, Column extends string>(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<ColumnBlock<Head, Column>[]> {
  const response = await fetch(path, {
    method: "POST",
    headers: { accept: COLUMN_FRAME_TYPE, "content-type": "application/json", "x-assay-csrf": "1" },
    body: JSON.stringify(body),
    signal,
  });
  if (response.ok) return decodeColumns<Head, Column>(await response.arrayBuffer());
  const refusal = Refusal.safeParse(await response.json().catch(() => null));
  const { message, remedy } = refusal.data?.error ?? { message: `The server answered ${response.status}.` };
  throw new ApiError(response.status, message, remedy);
}
