import type { EntityField, EntityFilter, EntityKind } from "@assay/contract";
import { fieldsOf, mapLeaves } from "@assay/domain";

const PROMPT_TAG = "mlflow.prompt.is_prompt";

/**
 * Clients keep prompts as registered models with a tag. A search leaves them out unless it asks for them, and one that
 * asks for what is no prompt (`= 'false'`, `!= 'true'`) means models without the tag too.
 */
export function withoutPrompts<Kind extends EntityKind>(filter: EntityFilter<Kind> | null): EntityFilter<Kind> {
  if (filter === null) return notPrompt();
  return fieldsOf(filter).some(isPromptTag) ? rewrite(filter) : { kind: "and", nodes: [filter, notPrompt()] };
}

function notPrompt<Kind extends EntityKind>(): EntityFilter<Kind> {
  const field: EntityField<Kind> = { entity: "tag", key: PROMPT_TAG };
  return { kind: "not", node: { kind: "compare", field, operator: "=", value: "true" } };
}

function rewrite<Kind extends EntityKind>(filter: EntityFilter<Kind>): EntityFilter<Kind> {
  return mapLeaves(filter, (leaf) => {
    const asksForOthers =
      leaf.kind === "compare" &&
      ((leaf.operator === "!=" && leaf.value === "true") || (leaf.operator === "=" && leaf.value === "false"));
    return isPromptTag(leaf.field) && asksForOthers ? notPrompt() : leaf;
  });
}

const isPromptTag = <Kind extends EntityKind>(field: EntityField<Kind>): boolean =>
  field.entity === "tag" && field.key === PROMPT_TAG;
