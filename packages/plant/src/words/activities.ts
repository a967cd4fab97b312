interface Activity {
  /** What belongs to it, and may stay or change for another word of it. */
  readonly members: readonly string[];
  /** What tells it of a caption. */
  readonly signs: ReadonlySet<string>;
}

const activity = (members: string, signs: string): Activity => ({
  members: members.split(', '),
  signs: new Set(signs.split(' ')),
});

// Nobody rides a wave on a skateboard, and no surfer is seen on a ski slope.
const activities: readonly Activity[] = [
  activity('surfboard, surfer', 'wave surf surfing ocean sea water wetsuit'),
  activity('skier, snowboarder', 'ski skiing slope snow snowboard snowboarding mountain'),
  activity('skateboarder', 'skateboard skateboarding ramp skate rail'),
  activity('tennis player, tennis ball', 'tennis racket racquet court'),
  activity(
    'baseball player',
    'baseball bat mound base pitch pitching swing umpire catcher batter glove mitt',
  ),
  activity('soccer player, soccer ball', 'soccer goal goalie kick kicks kicking'),
  activity('football player', 'football tackle'),
  activity('basketball player', 'basketball hoop dunk'),
  activity('racket, racquet, tennis racket', 'tennis court'),
  activity(
    'bat, baseball bat, batter, catcher, umpire, pitcher',
    'baseball bat batter umpire mound pitch pitching swing',
  ),
  activity('tennis', 'racket racquet'),
  activity('baseball', 'bat batter catcher umpire pitcher'),
  activity('soccer', 'goal goalie goalkeeper kick'),
];

const activityOf = new Map(
  activities.flatMap((entry) => entry.members.map((word) => [word, entry] as const)),
);

/** Whether the caption tells the activity that a word belongs to by another word, or by one of its own once more. */
export function isTold(lemma: string, words: readonly string[]): boolean {
  const signs = activityOf.get(lemma)?.signs;
  return (
    signs !== undefined &&
    words.some((word, i) => signs.has(word) && (!lemma.includes(word) || words.indexOf(word) !== i))
  );
}

/** Whether a word put in another one's place would contradict what the caption's other words tell. */
export function leavesActivity(keyword: string, lemma: string, words: readonly string[]): boolean {
  const own = activityOf.get(keyword);
  return own !== undefined && own !== activityOf.get(lemma) && isTold(keyword, words);
}
