/** A suffix: the endings of derived forms, each with what stands in its place in the base. */
export interface Suffix {
  readonly name: string;
  /** Letters that a base must have at least: short ones are found in too many misspelt words. */
  readonly shortestBase: number;
  readonly endings: readonly (readonly [ending: string, baseEnding: string])[];
}

function suffix(name: string, shortestBase: number, ...endings: readonly string[]): Suffix {
  return {
    name,
    shortestBase,
    endings: endings.map((ending) => ending.split('>') as [string, string]),
  };
}

/**
 * Longer endings first, so that "painlessness" is "painless" + -ness. Left out after measuring, since what they
 * say of their words is no better than a guess or rests on a handful: -ant, -ess, -ian, -age, -ette, -dom, -fold, -y,
 * neuro-, semi-, en-.
 */
export const suffixes: readonly Suffix[] = [
  suffix('-ness', 3, 'iness>y', 'ness>'),
  suffix('-less', 3, 'iless>y', 'less>'),
  suffix('-like', 3, 'like>'),
  suffix('-ability', 4, 'ability>able', 'ibility>ible'),
  suffix('-ization', 4, 'ization>ize', 'isation>ise', 'isation>ize'),
  suffix('-ification', 4, 'ification>ify'),
  suffix('-ation', 4, 'ation>ate', 'ation>e', 'ation>'),
  suffix('-ion', 4, 'ion>e', 'ion>'),
  suffix('-ically', 4, 'ically>ic', 'ically>ical'),
  suffix('-ly', 4, 'ily>y', 'bly>ble', 'ly>le', 'lly>ll', 'ly>'),
  suffix('-able', 4, 'iable>y', 'able>e', 'able>ate', 'able>'),
  suffix('-ible', 4, 'ible>e', 'ible>'),
  suffix('-ship', 3, 'ship>'),
  suffix('-hood', 3, 'hood>'),
  suffix('-ward', 3, 'wards>', 'ward>'),
  suffix('-proof', 3, 'proof>'),
  suffix('-some', 4, 'isome>y', 'some>'),
  suffix('-ful', 4, 'iful>y', 'ful>'),
  suffix('-ment', 4, 'ment>'),
  suffix('-ance', 4, 'iance>y', 'ance>e', 'ance>', 'ence>e', 'ence>'),
  suffix('-ancy', 4, 'ancy>ant', 'ency>ent', 'ance>ant', 'ence>ent'),
  suffix('-ity', 4, 'ity>e', 'ity>'),
  suffix('-ism', 4, 'ism>e', 'ism>y', 'ism>'),
  suffix('-ist', 4, 'ist>e', 'ist>y', 'ist>', 'ist>ism', 'ist>ic'),
  suffix('-istic', 4, 'istic>ist', 'istic>ism', 'istic>'),
  suffix('-ical', 4, 'ical>ic', 'ical>y', 'ic>y', 'ic>e', 'ic>ical', 'ic>'),
  suffix('-ional', 4, 'ional>ion', 'ional>e'),
  suffix('-al', 4, 'ial>y', 'al>e', 'ial>', 'al>'),
  suffix('-ative', 4, 'ative>ate', 'ative>e', 'ative>'),
  suffix('-ive', 4, 'ive>ion', 'ive>e', 'ive>'),
  suffix('-ory', 4, 'atory>ate', 'atory>e', 'atory>', 'ory>e', 'ory>ion', 'ory>'),
  suffix('-ize', 4, 'ize>y', 'ize>e', 'ize>', 'ise>y', 'ise>e', 'ise>'),
  suffix('-ish', 3, 'ish>e', 'ish>'),
  suffix('-or', 4, 'or>e', 'or>'),
  suffix('-ee', 4, 'ee>e', 'ee>'),
  suffix('-ous', 4, 'ious>y', 'ous>e', 'ous>', 'ious>ion'),
  suffix('-ery', 4, 'ery>e', 'ery>er', 'ery>'),
];

const names = `counter hyper inter super trans under ultra micro multi photo psycho electro over post
  anti auto fore mini mega non out pre pro mis dis sub tri geo bio hydro un re in im ir de co bi up`;

export const prefixes: readonly string[] = names.split(/\s+/).map((name) => `${name}-`);

/** Letters that the base of a prefix must have at least. */
export const shortestPrefixedBase = 4;
