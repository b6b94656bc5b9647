/** Which of the two palettes is in force. */
export type ColourScheme = "light" | "dark";
