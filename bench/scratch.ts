import { mkdtemp, chmod } from "node:fs/promises";
import { openPostgres } from "./src/postgres/server.ts";
import { openHouse } from "./src/ours/house.ts";
import { loadSeries } from "./src/ours/load-series.ts";
import { makeSeries } from "./src/data/make-series.ts";
const dir = await mkdtemp("/tmp/assay-scratch-"); await chmod(dir, 0o711);
const pg = await openPostgres(dir, undefined);
const d = await pg.createDatabase("x");
const house = await openHouse(d.url, dir + "/ours");
const [a, b] = await house.newRuns(2);
const one = makeSeries("loss" as any, 1, 1_000_000);
console.log(Object.keys(one));
await loadSeries(house.loader, house.ctx.project.id, [{ runId: a!, series: [one] }]);
await house.pool.query("VACUUM ANALYZE metric_chunk");
const q = { projectId: house.ctx.project.id, runIds: [a!], keys: [one.key] };
for (let i = 0; i < 12; i++) {
  let t = performance.now();
  const r = await house.metrics.readRange(q);
  const w = performance.now() - t;
  t = performance.now();
  const r2 = await house.metrics.readDownsampled({ ...q, maxPoints: 2000 });
  console.log(i, w.toFixed(1), (performance.now() - t).toFixed(1), r[0]!.pointCount, r2[0]!.points.steps.length);
}
const { rows } = await house.pool.query("select avg(count)::int c, sum(octet_length(values)) v, sum(octet_length(times_ms)) t, sum(octet_length(steps)) s, sum(octet_length(pyramid)) p, pg_total_relation_size('metric_chunk') total from metric_chunk");
console.log(rows);
const t = performance.now();
await house.pool.query("select steps, times_ms, values from metric_chunk");
console.log("raw fetch", performance.now() - t);
await house.close(); await pg.stop();
