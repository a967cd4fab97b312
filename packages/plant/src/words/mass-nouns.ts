/** Everyday nouns that take no "a" and no plural: a mass word is only exchanged for a mass word. */
export const massNouns: ReadonlySet<string> = new Set(
  (
    'water milk coffee tea beer wine juice soda lemonade champagne rice bread cheese meat bacon spaghetti pasta soup broccoli ' +
    'salmon tuna shrimp lobster crab corn lettuce toast chocolate candy ice cream grass snow sand dirt mud gravel ice hay luggage soap paint butter flour sugar ' +
    'salt honey jam ketchup mustard cabbage celery spinach garlic pork beef seafood popcorn cereal oatmeal traffic graffiti ' +
    'jewelry baggage furniture clothing silverware cookware cutlery glassware pottery lingerie underwear footwear macaroni linguine ' +
    'wood metal plastic leather smoke fog steam dust fur wool cotton denim fabric foliage seaweed ivy moss tennis baseball soccer basketball football volleyball golf hockey rugby polo cricket'
  )
    .replace('ice cream', 'ice-cream')
    .split(' ')
    .map((word) => word.replace('-', ' ')),
);

/** Whether a noun, or the last word of one, takes no "a" and no plural. */
export function isMass(lemma: string): boolean {
  return massNouns.has(lemma) || massNouns.has(lemma.slice(lemma.lastIndexOf(' ') + 1));
}
