/**
 * What a terminal shows in the end of a line that was drawn over and over, as progress bars are: the text after the
 * last carriage return that has any after it.
 */
export function lastState(text: string): string {
  if (!text.includes("\r")) return text;
  return text.split("\r").findLast((state) => state !== "") ?? "";
}
