import path from "node:path";
import type { RunId } from "@assay/contract";
import { chromium } from "playwright-core";
import type { Bench } from "../bench.ts";
import { findChromium } from "../browser/chromium.ts";
import { becomeFirstPerson } from "../browser/first-person.ts";
import { untilDrawn } from "../browser/until-drawn.ts";
import { makeSeries } from "../data/make-series.ts";
import { interleaved } from "../measure/interleaved.ts";
import { openHouse } from "../ours/house.ts";
import { loadSeries } from "../ours/load-series.ts";
import { startApp, stopChild } from "../process/child.ts";
import { amount } from "../report/amount.ts";
import type { Measured } from "../report/row.ts";

const MOST_MS = 1_000;
const VIEWPORT = { width: 1_440, height: 900 };

/** A long run's page in a real browser, from the navigation until its charts are drawn. */
export async function open(bench: Bench): Promise<Measured[]> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.warn("Left out: there is no Chromium at /usr/bin/chromium, and CHROMIUM_PATH names none");
    return [];
  }
  const { points, keys } = bench.sizes.open;
  const database = await bench.postgres.createDatabase("bench_open");
  const dataDir = path.join(bench.dataDir, "open");
  const [oneKey, manyKeys] = await load(database.url, dataDir, bench.sizes.open);
  const server = await startApp("server", database.url, dataDir, { hasPages: true });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const { url, signInLink } = server.ready;
    if (signInLink === null) throw new Error("the server had somebody already");
    const page = await browser.newPage({ viewport: VIEWPORT });
    await becomeFirstPerson(page, signInLink);
    const chartsOf = (runId: RunId): string => `${url}/team/main/runs/${runId}?tab=charts`;
    const state = await page.context().storageState();
    /** A browser that was never here: no script of ours is cached or compiled. */
    const stranger = async (runId: RunId): Promise<number> => {
      const fresh = await browser.newPage({ viewport: VIEWPORT, storageState: state });
      return untilDrawn(fresh, chartsOf(runId)).finally(() => fresh.context().close());
    };
    await untilDrawn(page, chartsOf(oneKey));
    const ms = await interleaved(Math.max(bench.passes, 3), {
      first: () => stranger(oneKey),
      one: () => untilDrawn(page, chartsOf(oneKey)),
      many: () => untilDrawn(page, chartsOf(manyKeys)),
    });
    const row = (name: string, ours: number): Measured => ({ name, unit: "ms", ours, target: { most: MOST_MS } });
    return [
      row(`open a run in Chromium: ${amount(points)} points of one key`, ms.one),
      row(`open a run in Chromium: ${amount(points)} points of ${keys} keys`, ms.many),
      row(`open a run in Chromium: ${amount(points)} points of one key, nothing cached`, ms.first),
    ];
  } finally {
    await browser.close();
    await stopChild(server.child);
    await database.drop();
  }
}

async function load(url: string, dataDir: string, { points, keys }: Bench["sizes"]["open"]): Promise<[RunId, RunId]> {
  const house = await openHouse(url, dataDir);
  try {
    const [oneKey, manyKeys] = await house.newRuns(2);
    if (oneKey === undefined || manyKeys === undefined) throw new Error("two runs were asked for");
    const parts = Array.from({ length: keys }, (_, at) => ({
      ...makeSeries("loss", at + 1, points / keys),
      key: `metric ${at}`,
    }));
    await loadSeries(house.loader, house.ctx.project.id, [
      { runId: oneKey, series: [makeSeries("loss", 1, points)] },
      { runId: manyKeys, series: parts },
    ]);
    return [oneKey, manyKeys];
  } finally {
    await house.close();
  }
}
