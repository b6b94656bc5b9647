import { AuthCard } from "./auth-card.tsx";

/** For a visitor of a fresh instance who has no link. */
export function SetupNeedsLink() {
  return (
    <AuthCard
      title="Open the one-time link"
      note="This instance has no account yet. Its first start printed a link that ends in /setup?token=…; open that one."
    >
      <p className="screen-note">
        Look in the terminal or the service log where the server was started. Restarting it prints a new link.
      </p>
    </AuthCard>
  );
}
