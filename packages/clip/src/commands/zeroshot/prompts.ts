/** The prompts of the classes, class after class. */
export function promptsOf(classes: readonly string[], templates: readonly string[]): string[] {
  return classes.flatMap((name) => templates.map((template) => template.replaceAll('{}', () => name)));
}
