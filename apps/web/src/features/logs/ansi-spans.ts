import Anser from "anser";
import { paletteColour } from "./palette-colour.ts";

/** A piece of a line in one style. */
export interface AnsiSpan {
  text: string;
  className: string;
  /** Colours beyond the sixteen that have a class. */
  colour: string | null;
  background: string | null;
}

/** What ends with BEL or ST, such as links and window titles, which no log shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are control characters
const OPERATING_SYSTEM_COMMAND = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

/** A line's pieces by colour and weight; cursor movements are left out. */
export function ansiSpans(text: string): AnsiSpan[] {
  if (!text.includes("\u001b")) return [{ text, className: "", colour: null, background: null }];
  const plain = text.replace(OPERATING_SYSTEM_COMMAND, "");
  return Anser.ansiToJson(plain, { json: true, use_classes: true, remove_empty: true }).map((entry) => ({
    text: entry.content,
    className: [
      named(entry.fg),
      named(entry.bg).replace(/.+/, "$&-background"),
      ...entry.decorations.map((name) => `ansi-${name}`),
    ]
      .filter(Boolean)
      .join(" "),
    colour: beyondNamed(entry.fg, entry.fg_truecolor),
    background: beyondNamed(entry.bg, entry.bg_truecolor),
  }));
}

const isBeyond = (colour: string | null): boolean => /^ansi-(palette|truecolor)/.test(colour ?? "");

const named = (colour: string | null): string => (colour === null || isBeyond(colour) ? "" : colour);

function beyondNamed(colour: string | null, trueColour: string | null): string | null {
  if (!isBeyond(colour)) return null;
  if (colour === "ansi-truecolor") return trueColour === null ? null : `rgb(${trueColour})`;
  return paletteColour(Number(colour?.replace("ansi-palette-", "")));
}
