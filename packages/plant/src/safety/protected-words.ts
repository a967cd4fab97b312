/** Words for a people, a faith, a sexuality or a disability: no edit writes one. */
const words: ReadonlySet<string> = new Set(
  (
    'african african-american afro american-indian arab arabian arabic asian caucasian latino latina latinx hispanic negro ' +
    'colored coloured aboriginal aborigine indigenous native tribal ethnic indian chinese japanese korean vietnamese thai mexican ' +
    'russian german italian french spanish english british irish scottish polish turkish persian iranian iraqi israeli ' +
    'palestinian egyptian nigerian somali ethiopian pakistani afghan bengali filipino brazilian cuban european american ' +
    'canadian australian ukrainian syrian lebanese eskimo inuit gypsy roma romani maori cherokee navajo apache creole mulatto mestizo biracial ' +
    'muslim moslem islamic islamist jew jews jewish judaic christian catholic protestant orthodox baptist mormon amish hindu buddhist sikh pagan ' +
    'atheist heathen infidel heretic hasidic sunni shiite ' +
    'gay lesbian homosexual heterosexual bisexual transgender transsexual transvestite queer asexual straight-acting ' +
    'disabled handicapped crippled cripple crippling lame blind deaf mute dumb deaf-mute retarded autistic paralyzed paraplegic ' +
    'quadriplegic amputee spastic insane mad crazy mental dwarf midget albino leper hunchback obese'
  ).split(' '),
);

/** @param word in any case; of several words each is asked about */
export function isProtected(word: string): boolean {
  return words.has(word.toLowerCase());
}
