import type { PlacedWord } from './words-of';

/** Topics that nobody young is brought near to. A star stands for any ending. */
const topics: Readonly<Record<string, string>> = {
  undress: `nude nudes nudity nudis* naked* topless* bottomless* shirtless* barechested bareback braless undress* unclothed unclad disrob*
    underwear* underpants undies panty panties pantyhose lingerie* bra bras brassiere* bikini* thong thongs gstring
    negligee* nightgown* nightie* corset* bustier* garter* swimsuit* swimwear* stripper* striptease* stripping`,
  bathing: `bath baths bathe bathes bathed bathing bathtub* shower showers showering sauna* jacuzzi* massag*
    toilet toilets urinal* urinat* potty pee pees peeing peed`,
  body: `breast* boob* bosom* busty cleavage* nipple* butt butts buttock* bum ass asses genital* penis* vagina* vulva*
    anus anal rectum rectal testic* crotch* groin* pubic thigh* midriff* navel* pierc* tattoo*`,
  sex: `sex sexes sexy sexier sexiest sexual* sexting erotic* porn* xxx fetish* bdsm bondage sadomaso* masochis* sadis*
    dominatrix* kinky orgy orgies orgasm* masturbat* fornicat* intercourse foreplay prostitut* hooker hookers whore*
    slut* brothel* seduc* sensual* lust lusts lustful aroused arousal horny intimate intimacy incest* rape rapes raped
    raping rapist* molest* groping groped fondl* spank* pedophil* paedophil* condom* dildo* vibrator* twerk* callgirl*
    showgirl* playboy* playgirl* pinup*`,
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
};

interface TopicWords {
  readonly exact: ReadonlySet<string>;
  readonly begins: RegExp;
}

function wordsOfTopics(names: readonly string[]): TopicWords {
  const words = names.flatMap((name) => topics[name]!.split(/\s+/));
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    begins: new RegExp(`^(?:${beginnings.join('|')})`),
  };
}

const all = wordsOfTopics(Object.keys(topics));
/** A bathroom or a glass of wine is no reason to leave out another person's picture. */
const ofPictures = wordsOfTopics(
  Object.keys(topics).filter((topic) => topic !== 'bathing' && topic !== 'alcohol'),
);

/** "bare chest", "make love", "give birth" are of two words. */
const pairs: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [
    /^bare$/,
    /^(?:chest|chested|bottom|bottomed|butt|skin|skinned|midriff|shoulders?|shouldered|legged|legs|body|back|backed)$/,
  ],
  [/^(?:make|makes|making|made)$/, /^(?:out|love)$/],
  [/^g$/, /^strings?$/],
  [/^(?:lap|pole|belly)$/, /^danc/],
  [/^hot$/, /^tubs?$/],
];

/** Whether a text's words speak of undress, sex, love, birth, alcohol, drugs or violence. */
export function isSensitive(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, all);
}

/** The same for the picture of another caption, which nobody changes: bathrooms and drinks may stay. */
export function isSensitiveForPictures(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, ofPictures);
}

function speaksOf(words: readonly PlacedWord[], { exact, begins }: TopicWords): boolean {
  return words.some(({ word }, i) => {
    if (exact.has(word) || begins.test(word)) return true;
    const next = words[i + 1]?.word;
    return next !== undefined && pairs.some(([first, second]) => first.test(word) && second.test(next));
  });
}
