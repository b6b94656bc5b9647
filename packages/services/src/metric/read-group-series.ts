import type { GroupSeriesHead, GroupSeriesQuery, RunId } from "@assay/contract";
import { axisGrid, bucketBlocks, type GroupLine, type GroupMember, groupLine } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { readPlaced } from "./read-placed.ts";

export interface GroupSeriesAnswer {
  head: GroupSeriesHead;
  line: GroupLine;
}

/** Members read at a time: bounds memory while all of them count. */
const BATCH = 50;
/** Entries a member is brought to for each part of the axis. */
const ENTRIES_PER_PART = 2;

interface Member extends GroupMember {
  runId: RunId;
  key: string;
  pointCount: number;
  blockPoints: number;
}

/** One line of each group and key over all members; groups without points are left out. */
export async function readGroupSeries({
  ctx,
  input,
}: VerbArgs<ProjectContext, GroupSeriesQuery>): Promise<GroupSeriesAnswer[]> {
  requirePermission(ctx, "run:read");
  const runIds = [...new Set(input.groups.flatMap((group) => group.runIds))];
  await requireReadableRuns(ctx, runIds);
  const members = await readMembers(ctx, input, runIds);
  return input.keys.flatMap((key) => {
    const ofKey = members.filter((member) => member.key === key);
    // One grid for all groups, so that their lines can be compared part by part.
    const grid = axisGrid(ofKey, input.maxPoints);
    if (grid === null) return [];
    return input.groups.flatMap(({ name, runIds: ids }) => {
      const chosen = new Set(ids);
      const ofGroup = ofKey.filter(({ runId }) => chosen.has(runId));
      if (ofGroup.length === 0) return [];
      return [{ head: headOf(name, key, ofGroup), line: groupLine(ofGroup, grid, input) }];
    });
  });
}

async function readMembers(ctx: ProjectContext, query: GroupSeriesQuery, runIds: readonly RunId[]): Promise<Member[]> {
  const maxPoints = query.maxPoints * ENTRIES_PER_PART;
  const members: Member[] = [];
  for (let at = 0; at < runIds.length; at += BATCH) {
    const placed = await readPlaced(ctx, { ...query, runIds: runIds.slice(at, at + BATCH), maxPoints });
    for (const { runId, key, pointCount, blockPoints, blocks: read, xOf } of placed) {
      const blocks = bucketBlocks(read, maxPoints);
      const perEntry = Math.max(blockPoints, Math.ceil(pointCount / blocks.steps.length));
      members.push({ runId, key, pointCount, blockPoints: perEntry, x: xOf(blocks), blocks });
    }
  }
  return members;
}

function headOf(group: string, key: string, members: readonly Member[]): GroupSeriesHead {
  return {
    group,
    key,
    memberCount: members.length,
    pointCount: members.reduce((sum, { pointCount }) => sum + pointCount, 0),
    blockPoints: Math.max(...members.map(({ blockPoints }) => blockPoints)),
  };
}
