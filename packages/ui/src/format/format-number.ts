const SIGNIFICANT = 4;

function special(value: number): string | null {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return null;
}

function exponentText(value: number): string {
  const [mantissa = "0", exponent = "0"] = value.toExponential(SIGNIFICANT - 1).split("e");
  const trimmed = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return `${trimmed}e${exponent.replace("+", "")}`;
}

/** A number at four significant digits, `1.2e-5` beyond sensible sizes; NaN and ∞ as such. */
export function formatNumber(value: number): string {
  const word = special(value);
  if (word !== null) return word;
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text =
    Number.isInteger(value) && size < 1e7
      ? String(value)
      : size >= 1e7 || size < 1e-4
        ? exponentText(value)
        : String(Number(value.toPrecision(SIGNIFICANT)));
  return text.replace(/^-/, "−");
}
