"use client";

import type { ApiToken } from "@assay/contract";
import { TimeText } from "@assay/ui";
import { Table, Text } from "@mantine/core";
import { RevokeTokenButton } from "./revoke-token-button.tsx";

function TokenState({ token }: { token: ApiToken }) {
  if (token.revokedAtMs !== null) {
    return (
      <Text c="dimmed">
        revoked <TimeText timeMs={token.revokedAtMs} />
      </Text>
    );
  }
  if (token.expiresAtMs === null) return "never expires";
  return (
    <>
      expires <TimeText timeMs={token.expiresAtMs} />
    </>
  );
}

/** Tokens as rows, with the way to revoke each. */
export function TokenTable({ workspace, tokens }: { workspace: string; tokens: readonly ApiToken[] }) {
  return (
    <div className="screen-scroll-x">
      <Table aria-label="API tokens">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Token</Table.Th>
            <Table.Th>May</Table.Th>
            <Table.Th>Project</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id} data-revoked={token.revokedAtMs !== null || undefined}>
              <Table.Td>{token.name}</Table.Td>
              <Table.Td className="assay-mono">{token.hint}</Table.Td>
              <Table.Td>{token.scopes.join(", ")}</Table.Td>
              <Table.Td>
                {token.project ?? (token.defaultProject === null ? "any" : `any, ${token.defaultProject} first`)}
              </Table.Td>
              <Table.Td>
                <TimeText timeMs={token.lastUsedAtMs} />
              </Table.Td>
              <Table.Td>
                <TokenState token={token} />
              </Table.Td>
              <Table.Td ta="right" className="assay-figures">
                {token.revokedAtMs === null && <RevokeTokenButton workspace={workspace} token={token} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
