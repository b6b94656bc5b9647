/**
 * Holds what may be taken in one second and fills up evenly. More than it holds may be taken at once as long as it is
 * not empty, so that a large request passes; the debt is then waited out.
 */
export class TokenBucket {
  private readonly perSecond: number;
  private level: number;
  private filledAtMs: number;

  constructor(perSecond: number, nowMs: number) {
    this.perSecond = perSecond;
    this.level = perSecond;
    this.filledAtMs = nowMs;
  }

  /** How many seconds until something may be taken; 0 when it may now. */
  waitSeconds(nowMs: number): number {
    const elapsedMs = Math.max(0, nowMs - this.filledAtMs);
    this.level = Math.min(this.perSecond, this.level + (elapsedMs / 1_000) * this.perSecond);
    this.filledAtMs = nowMs;
    return this.level > 0 ? 0 : (1 - this.level) / this.perSecond;
  }

  take(amount: number): void {
    this.level -= amount;
  }
}
