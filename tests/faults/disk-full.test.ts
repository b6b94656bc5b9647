import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { MortalPostgres } from "../support/mortal-postgres.ts";
import { openTarget } from "../support/open-target.ts";
import { expectExact, printTally, tallyPoints } from "../support/point-tally.ts";
import { findFreePort, killServices, startServerProcess, startWorkerProcess } from "../support/service-process.ts";
import { SmallDisk } from "../support/small-disk.ts";
import { waitFor } from "../support/wait-for.ts";
import { WriterFleet } from "../support/writer-fleet.ts";

const DISK_MB = 176;
const BALLAST_MB = 48;
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** In CI a machine that cannot mount is a failure; elsewhere the test says so and is left out. */
const disk = SmallDisk.open(DISK_MB);
if (disk === null) console.warn("disk full: NOT TESTED, for this user may not mount a small file system (be root)");

it.skipIf(disk === null && process.env.CI === undefined)(
  "loses nothing that was acknowledged when the disk under PostgreSQL is full, and takes points again once there is room",
  async () => {
    if (disk === null) throw new Error("CI must be able to mount a small file system");
    closers.push(() => disk.close());
    const dataDir = await mkdtemp(path.join(tmpdir(), "assay-full-"));
    closers.push(() => rm(dataDir, { recursive: true, force: true }));
    await disk.occupy(BALLAST_MB);
    const postgres = await MortalPostgres.start(path.join(disk.path, "postgres"));
    closers.push(() => postgres.stop());
    closers.push(killServices);
    const port = await findFreePort();
    const options = { databaseUrl: postgres.url, dataDir };
    const server = await startServerProcess({ ...options, port });
    await startWorkerProcess(options);
    const target = await openTarget(`http://127.0.0.1:${port}`, dataDir);

    const fleet = new WriterFleet(target, 8, 1_000);
    // Acknowledged points stop growing: there is no room for more.
    await waitFor(() => [...fleet.refusals.values()].reduce((sum, count) => sum + count, 0) > 40, {
      timeoutMs: 90_000,
    });
    const atFull = fleet.acknowledged;
    await disk.giveBack();
    const hasEnded = await Promise.race([postgres.ended.then(() => true), waitForAnswer(postgres)]);
    if (hasEnded) await postgres.restart();
    await waitFor(() => fleet.acknowledged > atFull + 10_000, { timeoutMs: 60_000 });
    await fleet.stop();

    const tally = await tallyPoints(target, fleet.writers);
    const refused = [...fleet.refusals].map(([status, count]) => `${count} × ${status === 0 ? "no answer" : status}`);
    printTally(`disk full (${refused.join(", ")}; PostgreSQL ${hasEnded ? "ended" : "lived on"})`, 1, tally);
    expectExact(tally);
    expect([...fleet.refusals.keys()].filter((status) => status !== 429 && status < 500)).toEqual([]);
    expect(server.process.exitCode).toBeNull();
  },
  180_000,
);

/** False once PostgreSQL answers. */
const waitForAnswer = (postgres: MortalPostgres): Promise<boolean> =>
  waitFor(() => postgres.sql("select 1").then(() => true), { timeoutMs: 30_000 }).then(() => false);
