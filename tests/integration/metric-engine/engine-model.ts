import { inOrder, type Point } from "../../support/series-model.ts";

export interface Range {
  fromStep?: number | undefined;
  toStep?: number | undefined;
  fromTimeMs?: number | undefined;
  toTimeMs?: number | undefined;
}

/** A chain of runs, each a fork of the one before, and all that was appended to each: the store's plain counterpart. */
export class EngineModel {
  private readonly forkSteps: readonly number[];
  private readonly appended: Map<string, Point[]>[];

  /** `forkSteps[i]` is where run i + 1 leaves run i. */
  constructor(forkSteps: readonly number[]) {
    this.forkSteps = forkSteps;
    this.appended = [new Map(), ...forkSteps.map(() => new Map<string, Point[]>())];
  }

  get runs(): number {
    return this.appended.length;
  }

  append(run: number, key: string, points: readonly Point[]): void {
    const ofRun = this.appended[run];
    ofRun?.set(key, inOrder([...(ofRun.get(key) ?? []), ...points]));
  }

  /** A run's own points. */
  own(run: number, key: string): Point[] {
    return this.appended[run]?.get(key) ?? [];
  }

  /** What a run shows: its ancestors' points up to each fork step and its own, within a range. */
  read(run: number, key: string, range: Range = {}): Point[] {
    const {
      fromStep = Number.NEGATIVE_INFINITY,
      toStep = Number.POSITIVE_INFINITY,
      fromTimeMs = Number.NEGATIVE_INFINITY,
      toTimeMs = Number.POSITIVE_INFINITY,
    } = range;
    return this.lineOf(run, key).filter(
      ({ step, timeMs }) => step >= fromStep && step <= toStep && timeMs >= fromTimeMs && timeMs <= toTimeMs,
    );
  }

  private lineOf(run: number, key: string): Point[] {
    const forkStep = this.forkSteps[run - 1];
    if (run === 0 || forkStep === undefined) return this.own(run, key);
    const inherited = this.lineOf(run - 1, key).filter(({ step }) => step <= forkStep);
    return inOrder([...inherited, ...this.own(run, key)]);
  }
}
