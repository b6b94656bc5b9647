import type { ReactNode } from "react";
import "./auth.css";

interface AuthCardProps {
  title: string;
  note: string;
  children: ReactNode;
}

/** The one thing on the page before there is a session. */
export function AuthCard({ title, note, children }: AuthCardProps) {
  return (
    <main className="auth">
      <div className="auth-card">
        <p className="auth-mark">Assay</p>
        <h1 className="screen-title">{title}</h1>
        <p className="screen-note auth-note">{note}</p>
        {children}
      </div>
    </main>
  );
}
