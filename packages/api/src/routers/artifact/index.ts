import { router } from "../../init.ts";
import { listArtifactsProcedure } from "./list.ts";
import { artifactTreeProcedure } from "./tree.ts";

export const artifactRouter = router({
  list: listArtifactsProcedure,
  tree: artifactTreeProcedure,
});
