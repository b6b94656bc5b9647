import type { ProjectId, SavedView, WorkspaceId } from "@assay/contract";
import { toId, toMs } from "../convert.ts";
import type { Store } from "../store.ts";

interface SavedViewRow {
  id: string;
  name: string;
  screen: string;
  state: string;
  ownerId: string;
  ownerName: string;
  updatedAt: Date;
}

const toView = (row: SavedViewRow, readerId: string): SavedView => ({
  id: toId(row.id),
  name: row.name,
  screen: row.screen,
  state: row.state,
  owner: row.ownerName,
  isMine: row.ownerId === readerId,
  updatedAtMs: toMs(row.updatedAt),
});

/** The views of one screen, by name. */
export async function list(store: Store, projectId: ProjectId, screen: string, readerId: string): Promise<SavedView[]> {
  const rows = await store.prisma.savedView.findMany({
    where: { projectId, screen },
    orderBy: [{ name: "asc" }, { ownerName: "asc" }],
  });
  return rows.map((row) => toView(row, readerId));
}

export interface NewSavedView {
  id: string;
  workspaceId: WorkspaceId;
  projectId: ProjectId;
  ownerId: string;
  ownerName: string;
  name: string;
  screen: string;
  state: string;
}

/** Saves a view under its name, in place of the owner's one of that name. */
export async function save(store: Store, view: NewSavedView): Promise<SavedView> {
  const { projectId, ownerId, screen, name, state } = view;
  const row = await store.prisma.savedView.upsert({
    where: { projectId_ownerId_screen_name: { projectId, ownerId, screen, name } },
    create: view,
    update: { state },
  });
  return toView(row, ownerId);
}

/** Deletes a view of that owner; false when there is none such. */
export async function remove(store: Store, projectId: ProjectId, ownerId: string, id: string): Promise<boolean> {
  const { count } = await store.prisma.savedView.deleteMany({ where: { id, projectId, ownerId } });
  return count === 1;
}
