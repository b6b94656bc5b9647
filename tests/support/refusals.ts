import { expect } from "vitest";
import type { TestHouse } from "./house.ts";
import { type RawRequest, sendRaw } from "./raw-http.ts";

/** Rows in every table: what a refused request must leave as it was. */
export async function countRows(house: TestHouse): Promise<Record<string, number>> {
  const tables = await house.sql<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const counts = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`)
    .join(" union all ");
  const rows = await house.sql<{ name: string; n: number }>(counts);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

export interface Refusal {
  code: string;
  message: string;
}

/** Code and sentence of an error body, whichever door it came from. */
export function readRefusal(text: string): Refusal {
  const body: unknown = JSON.parse(text);
  const first = Object(Array.isArray(body) ? body[0] : body);
  if (typeof first.error_code === "string") return { code: first.error_code, message: String(first.message) };
  const { json, code, message } = Object(first.error);
  if (json === undefined) return { code: String(code), message: String(message) };
  const { errorCode, code: trpcCode } = Object(Object(json).data);
  return { code: String(errorCode ?? trpcCode), message: String(Object(json).message) };
}

/** Sends a request that must be refused: a 4xx with a code and a sentence, nothing stored, the server alive after it. */
export async function expectRefusal(house: TestHouse, sent: RawRequest, status?: number): Promise<Refusal> {
  const before = await countRows(house);
  const response = await sendRaw(house.url, {
    ...sent,
    headers: { authorization: `Bearer ${house.token}`, ...sent.headers },
  });
  if (status === undefined) {
    expect(response.status, response.text.slice(0, 300)).toBeGreaterThanOrEqual(400);
    expect(response.status, response.text.slice(0, 300)).toBeLessThan(500);
  } else expect(response.status, response.text.slice(0, 300)).toBe(status);
  const refusal = readRefusal(response.text);
  expect(refusal.code).toMatch(/^[A-Z_]+$/);
  expect(refusal.message.length).toBeGreaterThan(3);
  expect(refusal.message).not.toMatch(/\[object |at \w+ \(|node_modules|prisma/i);
  expect(await countRows(house)).toEqual(before);
  expect((await sendRaw(house.url, { path: "/api/health" })).status).toBe(200);
  return refusal;
}
