import { encodeFrame, FRAME_CONTENT_TYPE, LIMITS, type MetricRow } from "@assay/contract";

interface FrameTarget {
  url: string;
  token: string;
  runId: string;
}

/** Sends rows through the binary ingest door of the first project. */
export async function sendRows({ url, token, runId }: FrameTarget, rows: readonly MetricRow[]): Promise<void> {
  const answer = await fetch(`${url}/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": FRAME_CONTENT_TYPE },
    body: encodeFrame(rows),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
}

/** Fills one key of a run with a point at each step, a millisecond apart. */
export async function fillSeries(
  target: FrameTarget,
  key: string,
  pointCount: number,
  value: (step: number) => number,
): Promise<void> {
  for (let from = 0; from < pointCount; from += LIMITS.metricsPerRequest) {
    const length = Math.min(LIMITS.metricsPerRequest, pointCount - from);
    const rows = Array.from({ length }, (_, at) => ({
      step: from + at,
      timeMs: from + at,
      values: { [key]: value(from + at) },
    }));
    await sendRows(target, rows);
  }
}
