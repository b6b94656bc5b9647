import { request } from "node:http";

export interface RawRequest {
  method?: string;
  /** Sent as it stands: a URL parser would resolve `..` in it. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Sends the body in chunks without saying how long it is. */
  isChunked?: boolean;
}

export interface RawResponse {
  status: number;
  contentType: string;
  text: string;
}

/** Sends a request byte for byte. A server may answer and hang up before it has read all of a body. */
export function sendRaw(
  origin: string,
  { method = "GET", path, headers = {}, body, isChunked }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  const length = body === undefined || isChunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    let hasAnswer = false;
    const sent = request(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (response) => {
        hasAnswer = true;
        let text = "";
        const { statusCode = 0, headers } = response;
        const finish = () => resolve({ status: statusCode, contentType: headers["content-type"] ?? "", text });
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", finish);
        response.on("error", finish);
      },
    );
    sent.on("error", (error) => {
      if (!hasAnswer) reject(error);
    });
    if (body === undefined) sent.end();
    else sent.end(Buffer.from(body));
  });
}
