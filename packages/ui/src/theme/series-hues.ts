/**
 * Eight hues that stay apart (CIEDE2000 of 12 or more) in normal vision and under protanopia, deuteranopia and
 * tritanopia, at 3:1 or more against the page in both schemes. Their order puts the most distant ones first.
 */
export const SERIES_HUES = [
  { name: "blue", light: "#6495e2", dark: "#9ec4ff" },
  { name: "red", light: "#c63c4d", dark: "#da5c65" },
  { name: "teal", light: "#02916a", dark: "#25c392" },
  { name: "violet", light: "#574ea3", dark: "#8c86e1" },
  { name: "pink", light: "#d26e96", dark: "#ffbcd4" },
  { name: "olive", light: "#525b00", dark: "#7e8b00" },
  { name: "plum", light: "#6e2d60", dark: "#aa6d9b" },
  { name: "leaf", light: "#769836", dark: "#c2dc9c" },
] as const;
