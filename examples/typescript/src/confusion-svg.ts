const CELL = 36;
const MARGIN = 44;

/** A confusion matrix as a picture: the darker a cell, the larger its share of the row. */
export function confusionSvg(confusion: readonly (readonly number[])[], title: string): string {
  const size = MARGIN + confusion.length * CELL + 12;
  const cells = confusion.flatMap((row, actual) => {
    const total = row.reduce((sum, count) => sum + count, 0) || 1;
    return row.map((count, predicted) => cell(count, count / total, MARGIN + predicted * CELL, MARGIN + actual * CELL));
  });
  const labels = confusion.flatMap((_, digit) => {
    const middle = MARGIN + digit * CELL + CELL / 2;
    return [text(digit, middle, MARGIN - 8, "#5d6673"), text(digit, MARGIN - 14, middle + 4, "#5d6673")];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="20" font-family="sans-serif" font-size="13" fill="#171a1f">${title}</text>`,
    ...cells,
    ...labels,
    "</svg>",
  ].join("\n");
}

function cell(count: number, share: number, x: number, y: number): string {
  const square = `<rect x="${x}" y="${y}" width="${CELL - 2}" height="${CELL - 2}" rx="3" fill="#4b4ddb" fill-opacity="${(0.05 + 0.95 * share).toFixed(3)}"/>`;
  return count === 0
    ? square
    : square + text(count, x + CELL / 2 - 1, y + CELL / 2 + 3, share > 0.45 ? "#ffffff" : "#171a1f");
}

function text(value: number, x: number, y: number, colour: string): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" font-family="sans-serif" font-size="11" fill="${colour}">${value}</text>`;
}
