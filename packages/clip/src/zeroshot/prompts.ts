/** CLIP's own prompt for a class (Radford et al. 2021, section 3.1.4). */
export const defaultTemplates: readonly string[] = ['a photo of a {}.'];

/** The prompts of the classes, class after class. */
export function promptsOf(classes: readonly string[], templates: readonly string[]): string[] {
  return classes.flatMap((name) => templates.map((template) => template.replaceAll('{}', () => name)));
}
