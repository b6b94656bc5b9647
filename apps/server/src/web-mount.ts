import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { createCaller, type LiveHub } from "@assay/api";
import { type ActorDeps, buildAuthOptions, getActor } from "@assay/auth";
import type { Session, SetupStatus } from "@assay/contract";
import { getSession, getSetupStatus } from "@assay/services";
import nextModule from "next";
import { setNextAuthEnv } from "./env.ts";

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next's pages reach through the process: they hold no pool, no secret and no rule of their own. */
interface WebBridge {
  authOptions(): ReturnType<typeof buildAuthOptions>;
  session(headers: Headers): Promise<Session | null>;
  setup(): Promise<SetupStatus>;
  api(headers: Headers): Promise<ReturnType<typeof createCaller>>;
}

/** Pages are made in one go: what happens later they hear of in the browser. */
const noEvents: LiveHub = { async *subscribe() {} };

const BRIDGE = Symbol.for("assay.web");
const WEB_DIR = path.resolve(import.meta.dirname, "../../web");

/** Next's types say that its CommonJS module holds the function as `default`; at run time it is the function. */
function createNext(): typeof nextModule.default {
  return nextModule as unknown as typeof nextModule.default;
}

/** Mounts the built Next app in this process and hands it its bridge. */
export async function mountWeb(actors: ActorDeps, publicUrl: string): Promise<NodeHandler> {
  const options = buildAuthOptions(actors);
  const bridge: WebBridge = {
    authOptions: () => options,
    async api(headers) {
      const ctx = actors.anonymous();
      return createCaller({ services: { ...ctx, actor: await getActor(headers, actors, ctx) }, live: noEvents });
    },
    setup: () => getSetupStatus({ ctx: actors.anonymous() }),
    async session(headers) {
      const ctx = actors.anonymous();
      const actor = await getActor(headers, actors, ctx).catch(() => null);
      return actor === null ? null : getSession({ ctx: { ...ctx, actor } });
    },
  };
  Reflect.set(globalThis, BRIDGE, bridge);
  setNextAuthEnv(publicUrl, actors.secret);
  const app = createNext()({ dev: false, dir: WEB_DIR });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request, response) => handle(request, response);
}
