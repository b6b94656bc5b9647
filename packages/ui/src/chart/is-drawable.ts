/** Whether a value has a place on the y axis. */
export function isDrawable(value: number, isLogY: boolean): boolean {
  return Number.isFinite(value) && (!isLogY || value > 0);
}
