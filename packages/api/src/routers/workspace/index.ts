import { router } from "../../init.ts";
import { listMembersProcedure } from "./members.ts";

export const workspaceRouter = router({
  members: listMembersProcedure,
});
