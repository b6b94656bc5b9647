import { type ServiceContext, signIn, signOut } from "@assay/services";
import type { NextAuthOptions } from "next-auth";
import { z } from "zod";

export interface AuthOptionsDeps {
  secret: string;
  /** A context for a request nobody has signed in for yet. */
  anonymous: () => ServiceContext;
}

const Credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(128) });
const SESSION_SECONDS = 14 * 24 * 60 * 60;

/**
 * next-auth's configuration. Its cookie carries only the user's id and the session's; the session row decides on
 * every request whether it still counts.
 */
export function buildAuthOptions({ secret, anonymous }: AuthOptionsDeps): NextAuthOptions {
  return {
    secret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      {
        // Written out: the packaged helper is CommonJS and changes shape with the importer.
        id: "credentials",
        name: "E-mail and password",
        type: "credentials",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(input) {
          const parsed = Credentials.safeParse(input);
          const signedIn = parsed.success ? await signIn({ ctx: anonymous(), input: parsed.data }) : null;
          return signedIn === null ? null : { ...signedIn.user, sessionId: signedIn.sessionId };
        },
      },
    ],
    callbacks: {
      jwt({ token, user }) {
        const sessionId = user === undefined ? undefined : Reflect.get(user, "sessionId");
        return typeof sessionId === "string" ? { sub: user.id, sid: sessionId } : token;
      },
      redirect({ url, baseUrl }) {
        const isLocal = url.startsWith("/") && !url.startsWith("//") && !url.includes("\\");
        return isLocal ? baseUrl + url : baseUrl;
      },
    },
    events: {
      async signOut({ token }) {
        const sessionId = token.sid;
        if (typeof sessionId === "string") await signOut({ ctx: anonymous(), input: { sessionId } });
      },
    },
  };
}
