// Numbers are those of the negative tests for SSRF (15) that the MLflow door is held to.
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { createOutbound, type OutboundAnswer, type OutboundOptions, parseAllowList } from "@assay/outbound";
import { afterEach, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { RECEIVER_CERTIFICATE, RECEIVER_KEY } from "../support/receiver-certificate.ts";
import { waitFor } from "../support/wait-for.ts";

/** What names mean here, for no name of a test is to be asked for outside. */
const NAMES: Record<string, string[]> = {
  "public.example": ["93.184.216.34"],
  "private.example": ["10.0.0.5"],
  "mixed.example": ["93.184.216.34", "10.0.0.5"],
  "metadata.example": ["169.254.169.254"],
  "receiver.example": ["127.0.0.1"],
  localhost: ["127.0.0.1", "::1"],
  "localhost.": ["127.0.0.1"],
};
const asked: string[] = [];
const resolve: OutboundOptions["resolve"] = async (host) => {
  asked.push(host);
  const addresses = NAMES[host];
  if (addresses === undefined) throw Object.assign(new Error("unknown"), { code: "ENOTFOUND" });
  return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};

const strict = createOutbound({ resolve });
const open = useHouse({ outbound: strict });
let admin = "";

beforeAll(async () => {
  admin = await open().tokenOf(await open().person("Admin", "admin"), { scopes: ["admin"] });
});

const servers: Server[] = [];
afterEach(async () => {
  asked.splice(0);
  for (const server of servers.splice(0)) {
    if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
      server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const post = (outbound: ReturnType<typeof createOutbound>, url: string): Promise<OutboundAnswer> =>
  outbound.post({ url, headers: {}, body: "{}", signal: new AbortController().signal });

const toTests = (options: OutboundOptions = {}) =>
  createOutbound({ resolve, allow: parseAllowList("http://127.0.0.1"), ca: RECEIVER_CERTIFICATE, ...options });

interface Answer {
  status: number;
  body: { webhook?: { webhook_id: string }; message?: string; error_code?: string; result?: object };
  text: string;
}

async function call(method: string, route: string, body?: object, token = admin): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await open().fetch(`/api/2.0/mlflow/webhooks${route}`, init, token);
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

const hook = (url: string) => ({ name: "hook", url, events: [{ entity: "MODEL_VERSION", action: "CREATED" }] });

const REFUSED: [string, string][] = [
  ["15.1 http", "http://public.example/"],
  ["15.1 other schemes", "ftp://public.example/"],
  ["15.1 files", "file:///etc/passwd"],
  ["15.1 gopher", "gopher://public.example/_x"],
  ["15.1 scripts", "javascript:alert(1)"],
  ["15.2 loopback", "https://127.0.0.1/"],
  ["15.2 loopback of IPv6", "https://[::1]/"],
  ["15.2 any address", "https://0.0.0.0/"],
  ["15.2 any address of IPv6", "https://[::]/"],
  ["15.3 decimal", "https://2130706433/"],
  ["15.3 hexadecimal", "https://0x7f000001/"],
  ["15.3 octal", "https://0177.0.0.1/"],
  ["15.3 short", "https://127.1/"],
  ["15.3 in wide digits", "https://１２７.0.0.1/"],
  ["15.3 with dots of other scripts", "https://127。0。0。1/"],
  ["15.4 metadata", "https://169.254.169.254/latest/meta-data/"],
  ["15.4 metadata by name", "https://metadata.example/"],
  ["15.4 Azure's", "https://168.63.129.16/"],
  ["15.5 unique local", "https://[fd00::8]/"],
  ["15.5 Amazon's metadata", "https://[fd00:ec2::254]/"],
  ["15.5 link-local", "https://[fe80::1]/"],
  ["15.6 mapped", "https://[::ffff:127.0.0.1]/"],
  ["15.6 mapped metadata", "https://[::ffff:a9fe:a9fe]/"],
  ["15.6 through NAT64", "https://[64:ff9b::7f00:1]/"],
  ["15.7 localhost", "https://localhost/"],
  ["15.7 localhost.", "https://localhost./"],
  ["15.7 LOCALHOST", "https://LOCALHOST/"],
  ["15.8 a name of a private address", "https://private.example/"],
  ["15.8 a name of a public and a private one", "https://mixed.example/"],
  ["15.11 user information", "https://public.example@127.0.0.1/"],
  ["15.11 user information before a public host", "https://user:pass@public.example/"],
  ["15.11 empty user information", "https://@public.example/"],
  ["15.11 a backslash", "https://public.example\\@127.0.0.1/"],
  ["15.11 spaces", "https://public.example /"],
  ["15.11 a line break", "https://public.example/\r\nX-Evil: 1"],
  ["15.11 NUL", "https://public.example/\0"],
  ["15.12 the port of mail", "https://public.example:25/"],
  ["15.12 the port of SSH", "https://public.example:22/"],
  ["15.12 the port of http", "https://public.example:80/"],
  ["15.13 no host", "https:///"],
  ["15.13 no host, but for browsers", "https:///public.example/"],
  ["15.13 no slashes", "https:public.example/"],
  ["15.13 a port beyond all", "https://public.example:99999/"],
  ["15.13 no URL", "public.example"],
];

it.each(REFUSED)("%s is refused as the URL of a webhook, kept nowhere and never asked: %s", async (_what, url) => {
  const { status, body, text } = await call("POST", "", hook(url));
  expect([status, body.error_code]).toEqual([400, "INVALID_PARAMETER_VALUE"]);
  expect(text).not.toContain("10.0.0.5");
  expect(await open().sql("select 1 from webhook")).toEqual([]);
  expect((await post(strict, url)).kind).toBe("refused");
});

it.each(REFUSED)("%s is refused as the new URL of a webhook: %s", async (_what, url) => {
  const made = await call("POST", "", hook("https://public.example/"));
  const { status } = await call("PATCH", `/${made.body.webhook?.webhook_id}`, { url });
  expect(status).toBe(400);
  expect(await open().sql("select url from webhook")).toEqual([{ url: "https://public.example/" }]);
  await open().sql("delete from webhook");
});

it("15.9 a name that means something else by the time of the request is looked at then, and once", async () => {
  const meanings = [["93.184.216.34"], ["127.0.0.1"]];
  const rebinding = createOutbound({
    resolve: async () => (meanings.shift() ?? []).map((address) => ({ address, family: 4 })),
  });
  expect(await rebinding.refusalOf("https://rebinding.example/")).toBeNull();
  expect(await post(rebinding, "https://rebinding.example/")).toEqual({
    kind: "refused",
    reason: "Webhook URL must not resolve to a non-public IP address",
  });
  expect(meanings).toEqual([]);
});

it("15.9 connects to the address that was looked at and asks for no name again", async () => {
  const port = await listen(createHttpServer((_request, response) => response.writeHead(204).end()));
  const questions: string[] = [];
  const pinned = toTests({
    resolve: async (host) => {
      questions.push(host);
      // Whoever asked a second time would get nowhere.
      return [{ address: questions.length === 1 ? "127.0.0.1" : "192.0.2.1", family: 4 }];
    },
  });
  expect(await post(pinned, `http://pinned.example:${port}/`)).toMatchObject({ kind: "answered", status: 204 });
  expect(questions).toEqual(["pinned.example"]);
});

it("15.9 the certificate is still that of the name, not of the address", async () => {
  const tls = { cert: RECEIVER_CERTIFICATE, key: RECEIVER_KEY };
  const port = await listen(createHttpsServer(tls, (_request, response) => response.writeHead(204).end()));
  const answered = await post(toTests(), `https://receiver.example:${port}/`);
  expect(answered).toMatchObject({ kind: "answered", status: 204 });
  const byAddress = await post(toTests(), `https://127.0.0.1:${port}/`);
  expect(byAddress).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("certificate") });
  const unknown = createOutbound({ resolve, allow: parseAllowList("127.0.0.1") });
  const untrusted = await post(unknown, `https://receiver.example:${port}/`);
  expect(untrusted).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("certificate") });
});

it.each([301, 302, 303, 307, 308])("15.10 a redirect with %s to something inside is not followed", async (status) => {
  const paths: (string | undefined)[] = [];
  const port = await listen(
    createHttpServer((request, response) => {
      paths.push(request.url);
      response.writeHead(status, { location: `http://127.0.0.1:${port}/inside` }).end();
    }),
  );
  expect(await post(toTests(), `http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered", status });
  expect(paths).toEqual(["/"]);
});

it("15.13 a URL that is too long is refused", async () => {
  expect((await call("POST", "", hook(`https://public.example/${"a".repeat(3_000)}`))).status).toBe(400);
  expect(await open().sql("select 1 from webhook")).toEqual([]);
});

it("15.12 ports above 1023 of a public host are nothing special", async () => {
  expect(await strict.refusalOf("https://public.example:8443/")).toBeNull();
});

it("15.14 a huge answer is not read, and its status is enough", async () => {
  let sent = 0;
  const flood: RequestListener = (_request, response) => {
    response.writeHead(200);
    const write = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024;
      if (!response.destroyed) response.once("drain", write);
    };
    write();
  };
  const port = await listen(createHttpServer(flood));
  expect(await post(toTests(), `http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered", status: 200 });
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

it("15.15 an answer that trickles is cut off, before its head by the deadline and after it soon", async () => {
  const timers: NodeJS.Timeout[] = [];
  const silent = await listen(createTcpServer((socket) => socket.resume().on("error", () => undefined)));
  const headless = await post(toTests({ timeoutMs: 300 }), `http://127.0.0.1:${silent}/`);
  expect(headless).toEqual({ kind: "unreachable", reason: "No answer within 0.3 seconds" });
  const trickling = await listen(
    createHttpServer((_request, response) => {
      response.writeHead(200);
      timers.push(setInterval(() => response.write("."), 50));
    }),
  );
  const began = performance.now();
  expect(await post(toTests(), `http://127.0.0.1:${trickling}/`)).toMatchObject({ kind: "answered", status: 200 });
  expect(performance.now() - began).toBeLessThan(10_000);
  for (const timer of timers) clearInterval(timer);
});

it("15.15 a name that is never answered for ends with the deadline too", async () => {
  const hanging = createOutbound({ timeoutMs: 200, resolve: () => new Promise(() => undefined) });
  expect(await post(hanging, "https://slow.example/")).toMatchObject({ kind: "unreachable" });
  expect(await hanging.refusalOf("https://slow.example/")).toBeNull();
});

it("15.16 what answers no HTTP is told from nothing else of the network", async () => {
  const port = await listen(
    createTcpServer((socket) =>
      socket
        .resume()
        .on("error", () => undefined)
        .end("220 mail ready\r\n"),
    ),
  );
  expect(await post(toTests(), `http://127.0.0.1:${port}/`)).toEqual({
    kind: "unreachable",
    reason: "The answer is not HTTP",
  });
});

it("15.17 no proxy of the environment is asked", async () => {
  let proxied = 0;
  const proxy = createHttpServer((_request, response) => response.writeHead(200).end());
  proxy.on("connect", (_request, socket) => socket.end());
  proxy.on("connection", () => {
    proxied += 1;
  });
  const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
  const port = await listen(createHttpServer((_request, response) => response.writeHead(204).end()));
  const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "NODE_USE_ENV_PROXY"];
  for (const name of names) process.env[name] = name === "NODE_USE_ENV_PROXY" ? "1" : proxyUrl;
  try {
    expect(await post(toTests(), `http://127.0.0.1:${port}/`)).toMatchObject({ status: 204 });
  } finally {
    for (const name of names) delete process.env[name];
  }
  expect(proxied).toBe(0);
});

it("15.18 a secret is in no answer and in no audit entry", async () => {
  const secret = "do not tell anybody";
  const made = await call("POST", "", { ...hook("https://public.example/"), secret });
  const route = `/${made.body.webhook?.webhook_id}`;
  const answers = [made, await call("GET", route), await call("GET", ""), await call("PATCH", route, { secret })];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const { text } of answers) expect(text).not.toMatch(/secret|do not tell/);
  const audited = JSON.stringify(await open().sql("select * from audit_event where action like 'webhook.%'"));
  expect(audited).not.toContain(secret);
  await open().sql("delete from webhook");
});

it("15.19 a test says nothing of what is inside, whether anybody listens there or not", async () => {
  const port = await listen(createHttpServer((_request, response) => response.end("credentials")));
  const made = await call("POST", "", hook("https://public.example/"));
  const results = [];
  for (const url of [
    `https://127.0.0.1:${port}/`,
    "https://127.0.0.1:9/",
    "https://10.0.0.5/",
    "https://private.example/",
  ]) {
    // As if it had been kept while an operator allowed it.
    await open().sql("update webhook set url = $1", [url]);
    const { status, body, text } = await call("POST", `/${made.body.webhook?.webhook_id}/test`, {});
    expect([status, text.includes("credentials")]).toEqual([200, false]);
    results.push(body.result);
  }
  const refused = "Failed to test webhook: Webhook URL must not resolve to a non-public IP address";
  expect(results).toEqual(results.map(() => ({ success: false, error_message: refused })));
  await open().sql("delete from webhook");
});

it("15.20 only maintainers, with a token of admin scope, see or change webhooks; to others a route says the same of any id", async () => {
  const house = open();
  const made = await call("POST", "", hook("https://public.example/"));
  const id = made.body.webhook?.webhook_id ?? "";
  const editor = await house.tokenOf(await house.person("Editor", "editor"), { scopes: ["admin"] });
  const reader = await house.tokenOf(await house.person("Reader", "admin"), { scopes: ["read", "ingest", "registry"] });
  for (const token of [editor, reader]) {
    for (const [method, route] of [
      ["POST", ""],
      ["GET", ""],
      ["GET", `/${id}`],
      ["PATCH", `/${id}`],
      ["DELETE", `/${id}`],
      ["POST", `/${id}/test`],
    ] as const) {
      const { status } = await call(
        method,
        route,
        method === "GET" ? undefined : hook("https://public.example/"),
        token,
      );
      expect([method, route, status]).toEqual([method, route, 403]);
    }
  }
  await house.project("other");
  const foreign = await house.tokenOf(await house.person("Foreign", "admin"), { scopes: ["admin"], project: "other" });
  for (const [method, tail, body] of [
    ["GET", "", undefined],
    ["PATCH", "", {}],
    ["DELETE", "", {}],
    ["POST", "/test", {}],
  ] as const) {
    const real = await call(method, `/${id}${tail}`, body, foreign);
    const never = await call(method, `/${"a".repeat(32)}${tail}`, body, foreign);
    expect(real.status).toBe(404);
    expect(real.text.replace(id, "it")).toBe(never.text.replace("a".repeat(32), "it"));
  }
  expect((await call("GET", "", undefined, foreign)).text.trim()).toBe("{}");
  expect(await house.sql("select is_active from webhook")).toEqual([{ is_active: true }]);
  await house.sql("delete from webhook");
});

it("15.21 a page token of another project, or one that was tampered with, is refused", async () => {
  for (let count = 0; count < 3; count += 1) await call("POST", "", hook("https://public.example/"));
  const page = await call("GET", "?max_results=2");
  const { next_page_token: token } = JSON.parse(page.text);
  expect((await call("GET", `?page_token=${token}`)).status).toBe(200);
  const forged = Buffer.from(String(Buffer.from(token, "base64url")).replace(/"k":.*/, '"k":["x"]}')).toString(
    "base64url",
  );
  const foreign = await open().tokenOf(await open().person("Elsewhere", "admin"), {
    scopes: ["admin"],
    project: "other",
  });
  const statuses = [
    (await call("GET", `?page_token=${forged}`)).status,
    (await call("GET", "?page_token=x")).status,
    (await call("GET", `?page_token=${token}`, undefined, foreign)).status,
  ];
  expect(statuses).toEqual([400, 400, 400]);
  await open().sql("delete from webhook");
});

it("15.22 what an operator allows is reached, and nothing beside it", async () => {
  const port = await listen(createHttpServer((_request, response) => response.writeHead(204).end()));
  const outbound = createOutbound({ resolve, allow: parseAllowList(`http://receiver.example:${port}`) });
  expect(await post(outbound, `http://receiver.example:${port}/`)).toMatchObject({ status: 204 });
  for (const url of [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, "http://public.example/"]) {
    expect([url, (await post(outbound, url)).kind]).toEqual([url, "refused"]);
  }
});

it("15.23 waits for a delivery no longer than its caller does", async () => {
  const silent = await listen(createTcpServer((socket) => socket.resume().on("error", () => undefined)));
  const caller = new AbortController();
  const sent = toTests().post({ url: `http://127.0.0.1:${silent}/`, headers: {}, body: "{}", signal: caller.signal });
  const connections = () => new Promise<number>((done) => servers[0]?.getConnections((_error, count) => done(count)));
  await waitFor(async () => (await connections()) === 1);
  caller.abort();
  expect((await sent).kind).toBe("unreachable");
});
