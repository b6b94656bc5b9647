/** True of what the machine did meanwhile, which has a tab of its own. MLflow's clients use the same prefix. */
export function isSystemKey(key: string): boolean {
  return key.startsWith("system/");
}
