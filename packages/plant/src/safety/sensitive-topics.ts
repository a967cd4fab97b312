import type { PlacedWord } from './words-of';

/** Topics that nobody young is brought near to. A star stands for any ending. */
const topics = {
  undress: `nude nudes nudity nudis* naked* topless* bottomless* braless undress* unclothed unclad disrob*
    underwear* underpants undies panty panties lingerie* bra bras brassiere* thong thongs gstring
    negligee* stripper* striptease* stripping`,
  swimwear: `bikini* swimsuit* swimwear* trunks speedo* diaper* nappy nappies pajama* pyjama* shirtless* barechested bareback nightgown* nightie* corset* bustier* garter* pantyhose`,
  bathing: `bath baths bathe bathes bathed bathing bathtub* shower showers showering sauna* jacuzzi* massag*
    toilet toilets urinal* urinat* potty pee pees peeing peed`,
  body: `breast* bum ass asses butt butts anus anal rectum rectal groin* thigh* midriff* navel* pierc* tattoo*`,
  bareness: `boob* bosom* busty cleavage* nipple* buttock* genital* penis* vagina* vulva* testic* crotch* pubic breastfe*`,
  sex: `sex sexes sexy sexier sexiest sexual* sexting erotic* porn* xxx fetish* bdsm bondage sadomaso* masochis* sadis*
    dominatrix* kinky orgy orgies orgasm* masturbat* fornicat* intercourse foreplay prostitut* hooker hookers whore*
    slut* seduc* sensual* lust lusts lustful aroused arousal horny intimate intimacy incest* rape rapes raped
    raping rapist* molest* groping groped fondle fondles fondled fondling spank* pedophil* paedophil* condom condoms dildo* vibrator* twerk* callgirl*
    playboy* playgirl*`,
  shows: `brothel* showgirl* pinup*`,
  love: `kiss kisses kissed kissing smooch* snog* flirt* lover lovers romantic* romance* boyfriend* girlfriend* bride
    brides bridal groom grooms wed weds wedded wedding* marry marries marrying married marriage* newlywed* honeymoon*
    fiance* betroth* mistress*`,
  birth: `pregnan* maternity birth births birthing childbirth expectant expecting fetus* foetus* fetal foetal embryo*
    lactat* ultrasound* sonogram* abort* miscarr* contracept*`,
  alcohol: `alcohol* beer* wine wines wineglass* winery wineries liquor* liqueur* whisky whiskey* vodka* rum gin tequila*
    champagne* cocktail* martini* margarita* mojito* sangria* bourbon* brandy cognac* absinthe* ale ales lager* cider*
    booze* drunk* intoxicat* tipsy hangover* bartender* pub pubs saloon* tavern* nightclub* brewer* brewing`,
  drugs: `drug drugs drugged cocaine heroin marijuana cannabis opium meth narcot* addict* overdos* smoking smoker*
    smoked cigar* tobacco vape vapes vaping hookah* bong bongs`,
  violence: `violen* kill kills killed killing killer* murder* dead death deaths died dies dying corpse* cadaver* blood*
    bleed* gore gory wound wounds wounded stab stabs stabbed stabbing gun guns gunman gunmen gunfire gunshot* handgun*
    pistol* rifle* shotgun* revolver* firearm* weapon* sword* bomb* grenade* explosi* terroris* attack* assault* abus*
    tortur* slaughter* massacre* hanged noose* gallows behead* decapitat* execution* executed beating beaten fight
    fights fighting fought punch punches punched punching slap slaps slapped slapping whip whips whipping war wars
    warfare battle* suicid* crime* criminal* prison* jail* arrest* handcuff* kidnap* abduct* hostage* victim* traffick*
    slave* injur* gambl* casino*`,
} as const;

type Topic = keyof typeof topics;

const names = Object.keys(topics) as Topic[];
const bitsOf = (chosen: readonly Topic[]) =>
  chosen.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0);

const matchers = names.map((name) => {
  const words = topics[name].split(/\s+/);
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    begins: beginnings.length > 0 ? new RegExp(`^(?:${beginnings.join('|')})`) : undefined,
  };
});

const all = bitsOf(names);
/** A bathroom or a glass of wine is no reason to leave out another person's picture. */
const ofPictures = bitsOf(names.filter((name) => name !== 'bathing' && name !== 'alcohol'));
const intimate = bitsOf(['undress', 'bareness', 'sex']);

/** "bare chest", "make love", "give birth" are of two words. */
const pairs: readonly (readonly [first: RegExp, second: RegExp, isIntimate: boolean])[] = [
  [
    /^bare$/,
    /^(?:chest|chested|skin|skinned|midriff|shoulders?|shouldered|legged|legs|body|back|backed)$/,
    false,
  ],
  [/^bare$/, /^(?:bottom|bottomed|butts?|breasts?|breasted|body|bodied)$/, true],
  [/^(?:make|makes|making|made)$/, /^love$/, true],
  // "made out of stone" is no intimacy, though beside a minor it is left alone.
  [/^(?:make|makes|making|made)$/, /^out$/, false],
  [/^g$/, /^strings?$/, true],
  [/^(?:lap|pole)$/, /^danc/, true],
  [/^belly$/, /^danc/, false],
  [/^breast$/, /^fe(?:d|eds?|eding)$/, true],
  [/^bare$/, /^(?:belly|bellies|stomach|tummy|bum|bosom|thighs?|crotch)$/, true],
  [/^(?:thighs?|breasts?|butts?|buttocks)$/, /^of$/, true],
  [/^in$/, /^(?:boxers|briefs)$/, true],
  [/^boxer$/, /^(?:briefs|shorts)$/, true],
  [
    /^(?:his|her|their|s)$/,
    /^(?:breasts?|thighs?|butts?|buttocks|bum|groin|crotch|cleavage|nipples?)$/,
    true,
  ],
  [/^wet$/, /^(?:t|tshirts?|blouse)$/, true],
  [/^chang(?:e|es|ing)$/, /^clothes$/, true],
  [/^(?:getting|gets?|got|half|partly|partially)$/, /^(?:un)?dressed$/, true],
  [/^hot$/, /^tubs?$/, false],
];
/** "a same-sex couple", "both sexes": whom they love or who they are, and nothing that they do. */
const noSex: ReadonlySet<string> = new Set(['same', 'opposite', 'both', 'either', 'single', 'mixed', 'fair']);
/** "a naked tree", "a nude lipstick", "the naked eye". */
const noBody =
  /^(?:eye|eyes|trees?|branch(?:es)?|twigs?|bulbs?|flames?|rocks?|mole|mountains?|hills?|cakes?|colou?r(?:ed)?|lips?|lipsticks?|lip|gloss|nails?|polish|heels?|pumps?|sandals?|shoes?|boots?|flats?|bikes?|suede|leather|patent|beige|pink)$/;
const kisses =
  /^(?:kiss(?:es|ed|ing)?|smooch\w*|snog\w*|caress\w*|cuddl\w*|snuggl\w*|embrac\w*|hug(?:s|ged|ging)?|spooning|shirtless|barechested)$/;
const people =
  /^(?:m[ae]n|wom[ae]n|lad(?:y|ies)|guys?|couples?|lovers|persons?|people|he|she|they|girlfriend|boyfriend|wife|husband)$/;
const garments =
  /^(?:dress|dresses|clothes|clothing|shirts?|t|tshirts?|tops?|blouses?|skirts?|pants|trousers|jeans|shorts|robe|bathrobe|towel|stockings?|nightgown)$/;
const beds =
  /^(?:beds?|bedrooms?|mattress(?:es)?|sheets|showers?|showering|baths?|bathtubs?|tubs?|sauna|jacuzzi)$/;

/** "taking off over tree tops", "from a top". */
const otherPlace = /^(?:over|from|at|in|on|above|behind|near|tree|trees|roof|mountain|table)$/;

const maxKept = 50_000;
const known = new Map<string, number>();

/** The topics that a word speaks of, as bits. */
function topicsOf(word: string): number {
  let bits = known.get(word);
  if (bits === undefined) {
    if (known.size >= maxKept) known.clear();
    bits = 0;
    for (const [i, { exact, begins }] of matchers.entries()) {
      if (exact.has(word) || begins?.test(word)) bits |= 1 << i;
    }
    known.set(word, bits);
  }
  return bits;
}

/** Whether a text's words speak of undress, sex, love, birth, alcohol, drugs or violence. */
export function isSensitive(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, all);
}

/** The same for the picture of another caption, which nobody changes: bathrooms and drinks may stay. */
export function isSensitiveForPictures(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, ofPictures);
}

/**
 * Whether a caption is of undress or intimacy, so that nothing is mined from it: people without clothes or in their
 * underwear, what underwear covers, breastfeeding, sex, a kiss or an embrace in bed, a bath without a shirt. Swimwear, a bare chest, a kiss, a wedding are
 * ordinary.
 */
export function isIntimate(words: readonly PlacedWord[]): boolean {
  let isKiss = false;
  let isInBed = false;
  let isOfPeople = false;
  for (let i = 0; i < words.length; i += 1) {
    const { word } = words[i]!;
    if ((topicsOf(word) & intimate) !== 0 && !isMeantOtherwise(words, i)) return true;
    if (isPair(words, i, true) || isUndressing(words, i)) return true;
    isOfPeople ||= people.test(word);
    isKiss ||= kisses.test(word);
    isInBed ||= beds.test(word);
  }
  return isKiss && isInBed && isOfPeople;
}

/** "takes off her dress", "removes his shirt", "a see-through top". */
function isUndressing(words: readonly PlacedWord[], i: number): boolean {
  const { word } = words[i]!;
  const next = words[i + 1]?.word ?? '';
  const isBegun =
    (word === 'see' && next === 'through') ||
    (/^(?:tak(?:es?|ing)|took|pull(?:s|ed|ing)?|slip(?:s|ped|ping)?|strip(?:s|ped|ping)?)$/.test(word) &&
      next === 'off') ||
    (/^(?:remov(?:es?|ed|ing)|unbutton(?:s|ed|ing)?|unzip(?:s|ped|ping)?)$/.test(word) &&
      /^(?:his|her|their)$/.test(next));
  const behind = words.slice(i + 2, i + 5).map((other) => other.word);
  const garment = behind.findIndex((other) => garments.test(other));
  return isBegun && garment >= 0 && !behind.slice(0, garment).some((other) => otherPlace.test(other));
}

/** Whether a word may make a text one of undress or intimacy, by itself or with the words beside it. */
export function mayBeIntimate(word: string): boolean {
  return (
    (topicsOf(word) & intimate) !== 0 ||
    kisses.test(word) ||
    beds.test(word) ||
    garments.test(word) ||
    people.test(word) ||
    pairs.some(([first, second, isIntimate]) => isIntimate && (first.test(word) || second.test(word)))
  );
}

function isMeantOtherwise(words: readonly PlacedWord[], i: number): boolean {
  const { word } = words[i]!;
  if (word === 'sex' || word === 'sexes') return noSex.has(words[i - 1]?.word ?? '');
  return /^(?:nudes?|naked)$/.test(word) && noBody.test(words[i + 1]?.word ?? '');
}

function speaksOf(words: readonly PlacedWord[], topics: number): boolean {
  return words.some(({ word }, i) => (topicsOf(word) & topics) !== 0 || isPair(words, i, false));
}

function isPair(words: readonly PlacedWord[], i: number, intimateAlone: boolean): boolean {
  const next = words[i + 1]?.word;
  if (next === undefined || !mayBeginPair(words[i]!.word)) return false;
  const { word } = words[i]!;
  return pairs.some(
    ([first, second, isIntimate]) => (isIntimate || !intimateAlone) && first.test(word) && second.test(next),
  );
}

const beginnings = new Map<string, boolean>();

/** Whether a word is the first one of some pair; few are. */
function mayBeginPair(word: string): boolean {
  let may = beginnings.get(word);
  if (may === undefined) {
    if (beginnings.size >= maxKept) beginnings.clear();
    may = pairs.some(([first]) => first.test(word));
    beginnings.set(word, may);
  }
  return may;
}
