import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import { findFreePort, readTrackingToken, startServerProcess } from "../support/service-process.ts";
import { useMortalPostgres } from "../support/use-mortal-postgres.ts";
import { waitFor } from "../support/wait-for.ts";

const SCRIPTS = 8;
const KILLS = 8;
const RUNS_PER_ROUND = 40;
/** No request is left without any answer for longer, whatever happens to the database. */
const ANSWER_MS = 30_000;
const START_MS = 1_790_000_000_000;
const MadeRun = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });

const open = useMortalPostgres();

/** Scripts that make runs and log a param and a tag to each, and send again what was not answered with success. */
class Scripts {
  /** Ids of the runs whose creation, param and tag were all acknowledged, by name. */
  readonly finished = new Map<string, string>();
  /** How often the server said that it could not now. */
  refusals = 0;
  private isStopped = false;
  private readonly url: string;
  private readonly token: string;
  private readonly running: Promise<unknown>;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
    this.running = Promise.all(Array.from({ length: SCRIPTS }, (_, at) => this.run(at)));
    // Awaited in `stop`.
    this.running.catch(() => undefined);
  }

  async reach(count: number): Promise<void> {
    await Promise.race([waitFor(() => this.finished.size >= count, { timeoutMs: 60_000 }), this.running]);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async run(script: number): Promise<void> {
    for (let at = 0; !this.isStopped; at += 1) {
      const run_name = `run ${at} of ${script}`;
      const start_time = START_MS + at * SCRIPTS + script;
      const made = await this.send("runs/create", { experiment_id: "0", run_name, start_time });
      const { run_id } = MadeRun.parse(JSON.parse(made)).run.info;
      await this.send("runs/log-parameter", { run_id, key: "name", value: run_name });
      await this.send("runs/set-tag", { run_id, key: "name", value: run_name });
      this.finished.set(run_name, run_id);
    }
  }

  private async send(route: string, body: object): Promise<string> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.token}` };
    for (;;) {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const init = { method: "POST", headers, body: JSON.stringify(body), signal };
      const answer = await fetch(`${this.url}/api/2.0/mlflow/${route}`, init);
      const text = await answer.text();
      if (answer.ok) return text;
      if (answer.status < 500) throw new Error(`${route}: ${answer.status} ${text}`);
      this.refusals += 1;
      await delay(20);
    }
  }
}

it("answers every script while PostgreSQL is killed, keeps what it acknowledged and makes each run once", async () => {
  const { postgres, directory } = open();
  const options = { databaseUrl: postgres.url, dataDir: path.join(directory, "data") };
  const port = await findFreePort();
  await startServerProcess({ ...options, port });
  const scripts = new Scripts(`http://127.0.0.1:${port}`, await readTrackingToken(options.dataDir));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await scripts.reach(scripts.finished.size + RUNS_PER_ROUND);
    await delay(Math.random() * 120);
    await postgres.kill();
    await postgres.restart();
  }
  await scripts.reach(scripts.finished.size + RUNS_PER_ROUND);
  await scripts.stop();
  const stored = await postgres.sql<{ name: string; id: string; param: string | null; tag: string | null }>(
    `select r.name, replace(r.id::text, '-', '') as id, p.value as param, t.value as tag from run r
     left join param p on p.run_id = r.id and p.key = 'name' left join run_tag t on t.run_id = r.id and t.key = 'name'`,
  );
  console.log(`  ${KILLS} kills: ${stored.length} runs made, ${scripts.refusals} requests refused and sent again`);
  expect(scripts.refusals).toBeGreaterThan(0);
  expect(stored.map(({ name, id }) => `${name}: ${id}`).toSorted()).toEqual(
    [...scripts.finished].map(([name, id]) => `${name}: ${id}`).toSorted(),
  );
  expect(stored.filter(({ name, param, tag }) => param !== name || tag !== name)).toEqual([]);
  const numbers = await postgres.sql<{ number: number }>("select number from run order by number");
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(stored.length);
}, 240_000);
