import path from "node:path";
import { expect, it } from "vitest";
import { killRounds } from "../support/kill-rounds.ts";
import type { IngestTarget } from "../support/metric-writer.ts";
import { openTarget } from "../support/open-target.ts";
import { expectExact, type PointTally, printTally, tallyPoints } from "../support/point-tally.ts";
import { findFreePort, startServerProcess, startWorkerProcess } from "../support/service-process.ts";
import { untilCompacting } from "../support/until-compacting.ts";
import { useMortalPostgres } from "../support/use-mortal-postgres.ts";
import { waitFor } from "../support/wait-for.ts";
import { WriterFleet } from "../support/writer-fleet.ts";

const open = useMortalPostgres();

async function startServices(): Promise<IngestTarget> {
  const { postgres, directory } = open();
  const options = { databaseUrl: postgres.url, dataDir: path.join(directory, "data") };
  const port = await findFreePort();
  await startServerProcess({ ...options, port });
  await startWorkerProcess(options);
  return openTarget(`http://127.0.0.1:${port}`, options.dataDir);
}

async function killUnderLoad(rounds: number, pointsPerRound: number): Promise<PointTally & { inCompaction: number }> {
  const { postgres } = open();
  const target = await startServices();
  const fleet = new WriterFleet(target, 8, 10);
  // The run and its keys outlive even the PostgreSQL that forgets.
  await waitFor(() => fleet.writers.every(({ acknowledged }) => acknowledged.size > 0), { timeoutMs: 30_000 });
  await postgres.sql("checkpoint");
  let inCompaction = 0;
  const strike = async (round: number): Promise<void> => {
    if (round % 2 === 0 && (await untilCompacting(postgres.url, target.runId))) inCompaction += 1;
    await postgres.kill();
    await postgres.restart();
  };
  await killRounds({ rounds, pointsPerRound, fleet, strike });
  return { ...(await tallyPoints(target, fleet.writers)), inCompaction };
}

it("loses and doubles nothing that was acknowledged when PostgreSQL is killed in the middle of ingest and compaction", async () => {
  const { postgres } = open();
  const rounds = 20;
  const tally = await killUnderLoad(rounds, 3_000);
  printTally(`PostgreSQL killed, ${tally.inCompaction} times in a compaction`, rounds, tally);
  expectExact(tally);
  expect(tally.inCompaction).toBeGreaterThan(0);
  // The worker lived through all of it: what no kill left it the time for it compacts now.
  const isCompacted = async (): Promise<boolean> => {
    const [chunks] = await postgres.sql<{ points: string }>("select sum(count) as points from metric_chunk");
    return Number(chunks?.points) >= tally.acknowledged;
  };
  await waitFor(isCompacted, { timeoutMs: 90_000 });
}, 240_000);

it("loses what was acknowledged when PostgreSQL need not wait for its disk, so the test above can fail", async () => {
  const { postgres } = open();
  await postgres.sql("alter database assay set synchronous_commit = off");
  await postgres.sql("alter system set wal_writer_delay = '10s'");
  await postgres.sql("alter system set wal_writer_flush_after = '2GB'");
  await postgres.kill();
  await postgres.restart();
  const rounds = 3;
  const tally = await killUnderLoad(rounds, 3_000);
  printTally("PostgreSQL killed with synchronous_commit=off", rounds, tally);
  expect(tally.lost).toBeGreaterThan(0);
}, 120_000);
