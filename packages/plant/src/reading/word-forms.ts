import type { Degree } from '../inflect/comparative';
import { pluraliaTantum } from '../inflect/plural';
import type { PartOfSpeechGraph, WordGraph } from '../wordnet/decode-graph';
import { morphy } from '../wordnet/morphy';
import { scalesOf } from '../words/scales';

/** What a surface form can be, by WordNet alone. */
export interface WordForm {
  /** The noun's lemma, and whether the form is a plural. */
  readonly noun: string | undefined;
  readonly plural: boolean;
  readonly verb: string | undefined;
  /** Annotators met the form's lemma more often as a verb than as a noun. */
  readonly mostlyVerb: boolean;
  readonly adjective: string | undefined;
  readonly degree: Degree;
  /** The adjective lies on a scale of words/scales.ts. */
  readonly scaled: boolean;
}

function tagsOf({ senses }: PartOfSpeechGraph, lemma: string): number {
  return (senses.get(lemma) ?? []).reduce((sum, { tags }) => sum + tags, 0);
}

const keptForms = 50_000;

/** Looks forms up in WordNet once; forgets all when a hostile stream of new words fills the table. */
export function createWordForms(graph: WordGraph): (lower: string) => WordForm {
  const forms = new Map<string, WordForm>();

  function read(lower: string): WordForm {
    const noun = morphy(graph, 'noun', lower);
    const verb = morphy(graph, 'verb', lower);
    const scaled = scalesOf(lower).length > 0;
    const adjective = scaled ? lower : morphy(graph, 'adj', lower);
    return {
      noun,
      plural: noun !== undefined && (noun !== lower || pluraliaTantum.has(lower)),
      verb,
      mostlyVerb:
        verb !== undefined && tagsOf(graph.verb, verb) > (noun === undefined ? 0 : tagsOf(graph.noun, noun)),
      adjective,
      degree:
        adjective === undefined || adjective === lower
          ? 'positive'
          : lower.endsWith('est')
            ? 'superlative'
            : 'comparative',
      scaled: scaled || (adjective !== undefined && adjective !== lower && scalesOf(adjective).length > 0),
    };
  }

  return (lower) => {
    let form = forms.get(lower);
    if (!form) {
      if (forms.size >= keptForms) forms.clear();
      form = read(lower);
      forms.set(lower, form);
    }
    return form;
  };
}
