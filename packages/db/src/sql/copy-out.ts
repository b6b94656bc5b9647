import pg from "pg";
import type { Statement } from "../store.ts";

/**
 * A statement as a COPY to the client in binary form. COPY takes no parameters, so each is written into the text as a
 * quoted literal; the statement has to cast every one of them.
 */
export function copyOutText({ text }: Statement, values: readonly unknown[]): string {
  const inlined = text.replaceAll(/\$(\d+)/g, (_, place) => pg.escapeLiteral(String(values[Number(place) - 1])));
  return `COPY (${inlined}) TO STDOUT (FORMAT binary)`;
}
