/** Below the server's limit for a line even when every character takes three bytes. */
const MAX_LINE_CHARACTERS = 16_384;
/** An unfinished line longer than this that is drawn over keeps only its last state. */
const MAX_OVERDRAWN_CHARACTERS = 4_096;

/** Makes lines of text that comes in pieces. A line that is too long comes as several. */
export class LineSplitter {
  private rest = "";

  /** The lines that this piece completes. */
  add(piece: string): string[] {
    const lines = (this.rest + piece).split("\n");
    this.rest = withoutOverdrawn(lines.pop() ?? "");
    const full = cutLine(this.rest);
    this.rest = full.pop() ?? "";
    return [...lines.flatMap((line) => cutLine(line.replace(/\r$/, ""))), ...full];
  }

  /** The line that was begun and not ended, if there is one. */
  end(): string[] {
    const { rest } = this;
    this.rest = "";
    return rest === "" ? [] : [rest.replace(/\r$/, "")];
  }
}

/** A progress bar may redraw one line for hours. */
function withoutOverdrawn(rest: string): string {
  if (rest.length <= MAX_OVERDRAWN_CHARACTERS) return rest;
  const lastReturn = rest.lastIndexOf("\r", rest.length - 2);
  return lastReturn === -1 ? rest : rest.slice(lastReturn + 1);
}

function cutLine(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (line.length - start > MAX_LINE_CHARACTERS) {
    const end = start + MAX_LINE_CHARACTERS;
    // Both halves of a surrogate pair stay in one piece.
    const cut = /[\ud800-\udbff]/.test(line.charAt(end - 1)) ? end - 1 : end;
    pieces.push(line.slice(start, cut));
    start = cut;
  }
  return [...pieces, line.slice(start)];
}
