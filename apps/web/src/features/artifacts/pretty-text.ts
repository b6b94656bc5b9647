/** Text as it is best read: JSON indented when it is whole, the rest unchanged. */
export function prettyText(name: string, text: string): string {
  if (!/\.json$/i.test(name)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
