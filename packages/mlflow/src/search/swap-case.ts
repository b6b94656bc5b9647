/** Upper and lower case exchanged: statuses are upper case on the wire and lower case in the store, nothing between. */
export function swapCase(text: string): string {
  return [...text].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join("");
}
