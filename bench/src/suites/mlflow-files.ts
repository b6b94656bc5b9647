import type { Bench } from "../bench.ts";
import { API, callMlflow, FILES } from "../http/mlflow-api.ts";
import type { Target } from "../http/target.ts";
import { expectCount } from "../measure/expect-count.ts";
import { interleaved } from "../measure/interleaved.ts";
import { peakGrowth } from "../measure/peak-memory.ts";
import { timeOfClientsMs } from "../measure/time-of-clients-ms.ts";
import { amount } from "../report/amount.ts";
import { clientsText } from "../report/clients-text.ts";
import type { Measured } from "../report/row.ts";
import type { Filled, Pair } from "./mlflow.ts";

const MIB = 1_024 ** 2;
const CHUNK = Buffer.alloc(MIB, "assay");
/** What a server may grow by while a file of any size passes through it. */
const MOST_GROWTH_MIB = 128;

/**
 * Files up and down, each client with one of its own, until the last is there; and how much memory the server takes for
 * one that would not fit.
 */
export async function mlflowFiles(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { clients } = bench.sizes.mlflow;
  const { smallMiB, largeMiB, hugeMiB } = bench.sizes.mlflow.files;
  const rows: Measured[] = [];
  const against = (value: number) => (peer === null ? {} : { peer: { name: peer.target.name, value } });
  for (const [sizeMiB, count, passes] of [
    [smallMiB, 1, bench.passes * 5],
    [smallMiB, clients, bench.passes * 5],
    [largeMiB, 1, 1],
  ] as const) {
    const by = (move: typeof upload) => (filled: Filled | null) => async () =>
      filled === null ? Number.NaN : timeOfClientsMs(count, (client) => move(filled.target, sizeMiB, client));
    const [up, down] = [by(upload), by(download)];
    const ms = await interleaved(passes, { up: up(ours), upPeer: up(peer), down: down(ours), downPeer: down(peer) });
    const what = `${amount(sizeMiB)} MiB, ${clientsText(count)}`;
    rows.push({ name: `upload ${what}`, unit: "ms", ours: ms.up, ...against(ms.upPeer) });
    rows.push({ name: `download ${what}`, unit: "ms", ours: ms.down, ...against(ms.downPeer) });
  }
  const growth = (target: Target, work: () => Promise<unknown>) => peakGrowth(target.pid, work);
  const target = { most: MOST_GROWTH_MIB };
  for (const [what, move] of [
    ["uploaded", upload],
    ["downloaded", download],
  ] as const) {
    const grown = await growth(ours.target, () => move(ours.target, hugeMiB));
    const peers = peer === null ? Number.NaN : await growth(peer.target, () => move(peer.target, largeMiB));
    const note = peer === null ? {} : { note: `the peer's with ${amount(largeMiB)} MiB` };
    const name = `memory taken while ${amount(hugeMiB)} MiB are ${what}`;
    rows.push({ name, unit: "MiB", ours: grown, ...against(peers), ...note, target });
  }
  return [...rows, ...(await largeAtOnce(bench, { ours, peer }))];
}

/** A large file of each of many clients at once: how long they take, and how much memory the server does meanwhile. */
async function largeAtOnce(bench: Bench, { ours, peer }: Pair): Promise<Measured[]> {
  const { clients, files } = bench.sizes.mlflow;
  const size = `${amount(files.largeMiB)} MiB`;
  const rows: Measured[] = [];
  for (const [what, done, move] of [
    ["upload", "uploaded", upload],
    ["download", "downloaded", download],
  ] as const) {
    const measure = async ({ target }: Filled) => {
      let ms = Number.NaN;
      const grownMiB = await peakGrowth(target.pid, async () => {
        ms = await timeOfClientsMs(clients, (client) => move(target, files.largeMiB, client));
      });
      return { ms, grownMiB };
    };
    const own = await measure(ours);
    const other = peer === null ? null : { name: peer.target.name, ...(await measure(peer)) };
    const row = (name: string, unit: Measured["unit"], of: "ms" | "grownMiB"): Measured => ({
      name,
      unit,
      ours: own[of],
      ...(other === null ? {} : { peer: { name: other.name, value: other[of] } }),
    });
    rows.push(row(`${what} ${size}, ${clientsText(clients)}`, "ms", "ms"));
    rows.push(row(`memory taken while ${amount(clients)} × ${size} are ${done} at once`, "MiB", "grownMiB"));
  }
  return rows;
}

const fileOf = async (target: Target, sizeMiB: number, client: number): Promise<string> => {
  const { run } = await callMlflow<{ run: { info: { artifact_uri: string } } }>(
    target,
    `${API}/runs/get?run_id=${target.runIds[0]}`,
  );
  const root = run.info.artifact_uri.replace(/^mlflow-artifacts:\//, "");
  return `${target.url}${FILES}/${root}/${sizeMiB}-${client}.bin`;
};

async function upload(target: Target, sizeMiB: number, client = 0): Promise<void> {
  let left = sizeMiB;
  const body = new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(CHUNK);
    },
  });
  const headers = { ...target.headers, "content-type": "application/octet-stream" };
  // Node's own types do not know the word yet.
  const init: RequestInit & { duplex: "half" } = { method: "PUT", headers, body, duplex: "half" };
  const response = await fetch(await fileOf(target, sizeMiB, client), init);
  if (!response.ok) throw new Error(`${target.name} took no file: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

async function download(target: Target, sizeMiB: number, client = 0): Promise<void> {
  const response = await fetch(await fileOf(target, sizeMiB, client), { headers: target.headers });
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.length;
  expectCount(`bytes of ${target.name}`, bytes, sizeMiB * MIB);
}
