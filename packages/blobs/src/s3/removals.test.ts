import { setImmediate } from "node:timers/promises";
import { Sha256 } from "@assay/contract";
import { expect, it } from "vitest";
import { type RemovalObjects, Removals } from "./removals.ts";
import { blobKey } from "./s3-keys.ts";
import type { FoundObject, ListedObject } from "./s3-objects.ts";

const BLOB = Sha256.parse("ab".repeat(32));
const LONG_AGO = new Date(0);
const YESTERDAY = new Date(1_000_000_000);
const NOW = new Date(2_000_000_000);

interface Step {
  actor: string;
  /** Something of others must have happened before it is worth taking. */
  waitsSince: number | null;
  take: () => void;
}

/** A bucket in memory whose every request waits until the schedule lets it through; time passes only in pauses. */
class ScheduledBucket {
  readonly objects = new Map<string, { modifiedAt: Date; by: string }>();
  readonly pending: Step[] = [];
  /** How many steps each actor may still take; a killed one stops in the middle. */
  private readonly lives: Map<string, number>;
  /** What each actor has seen so far, which is all that its next steps depend on. */
  private readonly seen = new Map<string, string>();
  private changes = 0;
  private isSlow = false;
  private nowMs = 0;

  constructor(lives: Record<string, number>) {
    this.lives = new Map(Object.entries(lives));
  }

  step<T>(actor: string, work: () => T, waitsSince: number | null = null): Promise<T> {
    return new Promise((resolve) => {
      const take = (): void => {
        const result = work();
        this.seen.set(actor, `${this.seen.get(actor) ?? ""};${JSON.stringify(result)}`);
        resolve(result);
      };
      this.pending.push({ actor, waitsSince, take });
    });
  }

  set(key: string, by: string): void {
    this.objects.set(key, { modifiedAt: NOW, by });
    this.changes += 1;
  }

  /** Lets all patience end, once, whenever the schedule likes. */
  passTime(): void {
    this.isSlow = true;
    void this.step("clock", () => {
      this.addTime(60_001);
      this.changes += 1;
    });
  }

  removalsOf(actor: string): Removals {
    const objects: RemovalObjects = {
      put: (key) => this.step(actor, () => this.set(key, actor)),
      delete: (key, options) => this.delete(actor, key, options?.withinMs ?? Number.POSITIVE_INFINITY),
      head: (key) => this.head(actor, key),
      list: (folder) => this.list(actor, folder),
    };
    const pause = (ms: number) => this.step(actor, () => this.addTime(ms), this.changes);
    return new Removals(objects, { nowMs: () => this.nowMs, pause });
  }

  /** What can happen next. Pauses end after something changed or, when nothing else can happen, with patience over. */
  choices(): Step[] {
    const alive = this.pending.filter(({ actor }) => (this.lives.get(actor) ?? 1) > 0);
    const ready = alive.filter((step) => this.isReady(step));
    if (ready.length > 0) return ready;
    if (alive.length > 0) this.addTime(60_001);
    return alive;
  }

  take(step: Step): void {
    this.pending.splice(this.pending.indexOf(step), 1);
    const left = this.lives.get(step.actor);
    if (left !== undefined) this.lives.set(step.actor, left - 1);
    step.take();
  }

  /** Two moments of which this is equal go on alike. */
  get state(): string {
    const objects = [...this.objects].map(([key, { by }]) => `${key.split("/")[0]} ${by}`).sort();
    const waiting = this.pending.map((step) => `${step.actor} ${this.isReady(step)}`).sort();
    return JSON.stringify([objects, waiting, [...this.seen].sort(), [...this.lives], this.nowMs]);
  }

  private isReady({ waitsSince }: Step): boolean {
    return waitsSince === null || this.changes > waitsSince;
  }

  private addTime(ms: number): void {
    this.nowMs += ms;
  }

  /** A request that is given up has done nothing. */
  private async delete(actor: string, key: string, withinMs: number): Promise<void> {
    const untilMs = this.nowMs + withinMs;
    const isDone = await this.step(actor, () => {
      if (this.nowMs > untilMs) return false;
      this.objects.delete(key);
      this.changes += 1;
      return true;
    });
    if (!isDone) throw new Error("given up");
  }

  /** A process that is stopped meanwhile learns late what was true. */
  private async head(actor: string, key: string): Promise<FoundObject | null> {
    const found = await this.step(actor, () => this.objects.get(key) ?? null);
    if (this.isSlow) await this.step(actor, () => undefined);
    return found === null ? null : { sizeBytes: 0, modifiedAt: found.modifiedAt };
  }

  private async *list(actor: string, folder: string): AsyncGenerator<ListedObject> {
    const found = await this.step(actor, () => [...this.objects].filter(([key]) => key.startsWith(folder)));
    for (const [key, { modifiedAt }] of found) yield { key, sizeBytes: 0, modifiedAt };
  }
}

interface Scene {
  puts: number;
  removals: number;
  /** After how many steps the first removal is killed; never when left out. */
  killAfter?: number;
  isStored?: boolean;
  /** Whether a minute passes at some time. */
  hasDelay?: boolean;
}

interface Ending {
  put: number;
  removed: boolean[];
  keys: string[];
}

/** Starts everybody of a scene. */
function begin(bucket: ScheduledBucket, { puts, removals, isStored = true, hasDelay = false }: Scene): Ending {
  if (hasDelay) bucket.passTime();
  if (isStored) bucket.objects.set(blobKey(BLOB), { modifiedAt: LONG_AGO, by: "" });
  const ending: Ending = { put: 0, removed: [], keys: [] };
  for (let at = 0; at < puts; at += 1) {
    const name = `put ${at}`;
    const write = () => bucket.step(name, () => bucket.set(blobKey(BLOB), name));
    void bucket
      .removalsOf(name)
      .publish(BLOB, write)
      .then(() => {
        ending.put += 1;
      });
  }
  for (let at = 0; at < removals; at += 1) {
    void bucket
      .removalsOf(`removal ${at}`)
      .remove(BLOB, YESTERDAY)
      .then(
        (isRemoved) => ending.removed.push(isRemoved),
        () => undefined,
      );
  }
  return ending;
}

interface Played {
  /** Null when it came to a moment that another schedule had come to before. */
  ending: Ending | null;
  /** How many choices there were at each step. */
  widths: number[];
}

/** Plays one schedule, which takes the first choice wherever `path` says nothing. */
async function play(scene: Scene, path: readonly number[], known: Set<string>): Promise<Played> {
  const bucket = new ScheduledBucket(scene.killAfter === undefined ? {} : { "removal 0": scene.killAfter });
  const ending = begin(bucket, scene);
  const widths: number[] = [];
  for (;;) {
    await setImmediate();
    // Up to the end of its path it only goes where others have been.
    if (widths.length >= path.length) {
      const { state } = bucket;
      if (known.has(state)) return { ending: null, widths };
      known.add(state);
    }
    const choices = bucket.choices();
    const step = choices[path[widths.length] ?? 0];
    if (step === undefined) break;
    widths.push(choices.length);
    bucket.take(step);
  }
  return { ending: { ...ending, keys: [...bucket.objects.keys()] }, widths };
}

/** Plays every schedule there is, one after the other. */
async function* everyEnding(scene: Scene): AsyncGenerator<Ending> {
  const known = new Set<string>();
  for (let path: number[] | null = []; path !== null; ) {
    const { ending, widths }: Played = await play(scene, path, known);
    if (ending !== null) yield ending;
    path = nextPath(path, widths);
  }
}

/** The next schedule in order: the last step that had another choice takes it. */
function nextPath(path: readonly number[], widths: readonly number[]): number[] | null {
  for (let at = widths.length - 1; at >= 0; at -= 1) {
    const taken = path[at] ?? 0;
    if (taken + 1 < (widths[at] ?? 0)) return [...widths.slice(0, at).map((_, one) => path[one] ?? 0), taken + 1];
  }
  return null;
}

const scenes: Scene[] = [
  { puts: 1, removals: 1 },
  { puts: 1, removals: 2 },
  { puts: 2, removals: 1 },
  { puts: 1, removals: 1, isStored: false },
  { puts: 1, removals: 1, hasDelay: true },
  ...[1, 2, 3, 4].flatMap((killAfter) => [
    { puts: 1, removals: 1, killAfter },
    { puts: 1, removals: 2, killAfter },
  ]),
];

it.each(scenes)(
  "what was put is there in the end, in whatever order things happen: %j",
  async (scene) => {
    for await (const { put, removed, keys } of everyEnding(scene)) {
      expect(put).toBe(scene.puts);
      expect(keys).toContain(blobKey(BLOB));
      if (scene.killAfter !== undefined || scene.hasDelay === true) continue;
      expect(removed).toHaveLength(scene.removals);
      expect(keys).toEqual([blobKey(BLOB)]);
    }
  },
  60_000,
);

it("removes what nobody puts again, also when two are at it", async () => {
  for (const removals of [1, 2]) {
    for await (const { removed, keys } of everyEnding({ puts: 0, removals })) {
      expect(removed).toEqual(Array.from({ length: removals }, () => true));
      expect(keys).toEqual([]);
    }
  }
}, 60_000);
