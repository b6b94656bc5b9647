/**
 * Whether access is no longer what it was at one of these versions: a statement that writes for requests which were let
 * in by them writes nothing then.
 */
export const accessChangedSql = (versions: string): string =>
  `EXISTS (SELECT FROM access_version WHERE version <> ANY(${versions}::bigint[]))`;
