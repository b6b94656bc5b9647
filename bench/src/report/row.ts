/** What a row's figures are of, and so whether more or less is better. */
export const UNITS = {
  "points/s": { isMoreBetter: true },
  "requests/s": { isMoreBetter: true },
  ms: { isMoreBetter: false },
  "B/point": { isMoreBetter: false },
  MiB: { isMoreBetter: false },
} as const;
export type Unit = keyof typeof UNITS;

export interface Target {
  /** Least ratio to the peer. */
  ratio?: number;
  /** Most that our own figure may be, in the row's unit. */
  most?: number;
}

export interface Measured {
  name: string;
  unit: Unit;
  ours: number;
  peer?: { name: string; value: number };
  target?: Target;
  /** What else was seen: rates, shares, how the figure came about. */
  note?: string;
}

export interface Row extends Measured {
  /** How many times better than the peer; null without one. */
  ratio: number | null;
  /** Null where there is no target, or no peer to compare with. */
  isMet: boolean | null;
}

/** Works out ratio and verdict. */
export function toRow(measured: Measured): Row {
  const { unit, ours, peer, target } = measured;
  const { isMoreBetter } = UNITS[unit];
  const ratio = peer === undefined ? null : isMoreBetter ? ours / peer.value : peer.value / ours;
  if (target === undefined || (target.ratio !== undefined && ratio === null))
    return { ...measured, ratio, isMet: null };
  const isRatioMet = target.ratio === undefined || Number(ratio) >= target.ratio;
  return { ...measured, ratio, isMet: isRatioMet && (target.most === undefined || ours <= target.most) };
}
