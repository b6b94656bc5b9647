/** Every digit of a number, as it would be pasted into code. */
export function fullNumber(value: number): string {
  return String(value);
}
