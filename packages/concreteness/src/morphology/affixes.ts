/**
 * Suffixes: name, letters that a base must have at least (short ones are found in too many misspelt words), and the
 * endings of derived forms, each with what stands in its place in the base.
 *
 * Longer endings first, so that "painlessness" is "painless" + -ness. Left out, because
 * their estimates were no better than a guess or came from few words: -ant, -ess, -ian, -age, -ette, -dom, -fold, -y,
 * neuro-, semi-, en-.
 */
export const suffixes: readonly (readonly [name: string, shortestBase: number, endings: string])[] = [
  ['-ness', 3, 'iness>y ness>'],
  ['-less', 3, 'iless>y less>'],
  ['-like', 3, 'like>'],
  ['-ability', 4, 'ability>able ibility>ible'],
  ['-ization', 4, 'ization>ize isation>ise isation>ize'],
  ['-ification', 4, 'ification>ify'],
  ['-ation', 4, 'ation>ate ation>e ation>'],
  ['-ion', 4, 'ion>e ion>'],
  ['-ically', 4, 'ically>ic ically>ical'],
  ['-ly', 4, 'ily>y bly>ble ly>le lly>ll ly>'],
  ['-able', 4, 'iable>y able>e able>ate able>'],
  ['-ible', 4, 'ible>e ible>'],
  ['-ship', 3, 'ship>'],
  ['-hood', 3, 'hood>'],
  ['-ward', 3, 'wards> ward>'],
  ['-proof', 3, 'proof>'],
  ['-some', 4, 'isome>y some>'],
  ['-ful', 4, 'iful>y ful>'],
  ['-ment', 4, 'ment>'],
  ['-ance', 4, 'iance>y ance>e ance> ence>e ence>'],
  ['-ancy', 4, 'ancy>ant ency>ent ance>ant ence>ent'],
  ['-ity', 4, 'ity>e ity>'],
  ['-ism', 4, 'ism>e ism>y ism>'],
  ['-ist', 4, 'ist>e ist>y ist> ist>ism ist>ic'],
  ['-istic', 4, 'istic>ist istic>ism istic>'],
  ['-ical', 4, 'ical>ic ical>y ic>y ic>e ic>ical ic>'],
  ['-ional', 4, 'ional>ion ional>e'],
  ['-al', 4, 'ial>y al>e ial> al>'],
  ['-ative', 4, 'ative>ate ative>e ative>'],
  ['-ive', 4, 'ive>ion ive>e ive>'],
  ['-ory', 4, 'atory>ate atory>e atory> ory>e ory>ion ory>'],
  ['-ize', 4, 'ize>y ize>e ize> ise>y ise>e ise>'],
  ['-ish', 3, 'ish>e ish>'],
  ['-or', 4, 'or>e or>'],
  ['-ee', 4, 'ee>e ee>'],
  ['-ous', 4, 'ious>y ous>e ous> ious>ion'],
  ['-ery', 4, 'ery>e ery>er ery>'],
];

/** Prefixes, tried in this order. */
export const prefixes = `counter hyper inter super trans under ultra micro multi photo psycho electro over post
  anti auto fore mini mega non out pre pro mis dis sub tri geo bio hydro un re in im ir de co bi up`;

/** Letters that the base of a prefix must have at least. */
export const shortestPrefixedBase = 4;
