import type { ExportedPart } from "@assay/services";

const HEADER = "run_id,run_name,key,step,time,value\n";
/** Lines are handed out in texts of so many. */
const LINES = 5_000;

/** Points as CSV (RFC 4180): times in ISO 8601, values as JavaScript writes numbers: NaN, Infinity, -Infinity. */
export async function* pointsCsv(parts: AsyncIterable<ExportedPart>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(HEADER);
  for await (const { runId, runName, key, points } of parts) {
    const prefix = `${runId},${quoted(runName)},${quoted(key)}`;
    const { steps, timesMs, values } = points;
    for (let from = 0; from < steps.length; from += LINES) {
      let text = "";
      for (let at = from; at < Math.min(from + LINES, steps.length); at += 1) {
        text += `${prefix},${steps[at]},${isoTime(timesMs[at] ?? 0)},${values[at]}\n`;
      }
      yield Buffer.from(text);
    }
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Beyond what a date can be, the milliseconds themselves. */
function isoTime(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? String(timeMs) : date.toISOString();
}
