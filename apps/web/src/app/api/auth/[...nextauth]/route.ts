import NextAuth from "next-auth";
import { webBridge } from "../../../../server/bridge.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handler(request: Request, context: RouteContext): Promise<Response> {
  const handle: (request: Request, context: RouteContext) => Promise<Response> = NextAuth(webBridge().authOptions());
  return await handle(request, context);
}

export { handler as GET, handler as POST };
