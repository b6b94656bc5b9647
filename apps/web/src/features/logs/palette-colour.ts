/** Colours 16 to 255 of a terminal: a cube of six steps each in red, green and blue, then 24 greys (xterm). */
export function paletteColour(index: number): string {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey}, ${grey}, ${grey})`;
  }
  const at = index - 16;
  const step = (level: number) => (level === 0 ? 0 : 55 + level * 40);
  return `rgb(${step(Math.floor(at / 36))}, ${step(Math.floor(at / 6) % 6)}, ${step(at % 6)})`;
}
