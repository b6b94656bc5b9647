/** What went wrong with a connection, without a word of what anybody sent. */
export function failureText(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "The host name is not known";
    case "ECONNREFUSED":
      return "The connection was refused";
    case "ECONNRESET":
    case "EPIPE":
      return "The connection was closed before an answer";
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return "The host cannot be reached";
    default:
      if (/CERT|SIGNATURE|ALTNAME|SELF_SIGNED/.test(code)) return `The certificate is not trusted (${code})`;
      if (/SSL|TLS|EPROTO/.test(code)) return "The host does not speak TLS as it should";
      return code.startsWith("HPE_") ? "The answer is not HTTP" : "The connection failed";
  }
}
