import { misfit, readable } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Split } from '../icon';
import { checkText } from './check-set';

/**
 * Sets of different artists that copy each other's drawings, or took over another's set: they share a side of every
 * split. Which do is not in the data, so it stands here; the reason stands behind each. All other sets belong to the
 * family of their artist.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  // Lucide is a fork of Feather, Keyline drew Lucide's icons again.
  lucide: ['lucide', 'lucide-lab', 'feather', 'keyline-icons'],
  // Famicons is a fork of Ionicons.
  ionicons: ['ion', 'famicons'],
  // Sidekickicons adds to Heroicons in their form.
  heroicons: ['heroicons', 'heroicons-outline', 'heroicons-solid', 'sidekickicons'],
  // Pictogrammers and the others began with Google's Material icons.
  material: [
    'material-symbols',
    'material-symbols-light',
    'ic',
    'mdi',
    'mdi-light',
    'memory',
    'zmdi',
    'line-md',
  ],
  // Line Awesome is Font Awesome in thin lines, under its names.
  'font-awesome': [
    'fa',
    'fa-solid',
    'fa-regular',
    'fa6-solid',
    'fa6-regular',
    'fa7-solid',
    'fa7-regular',
    'la',
  ],
  // Microsoft's, of several teams.
  fluent: [
    'fluent',
    'fluent-color',
    'fluent-mdl2',
    'fluent-emoji',
    'fluent-emoji-flat',
    'fluent-emoji-high-contrast',
  ],
  // The eldest drew the others' emoji too, or they are one house.
  'google-emoji': ['noto', 'noto-v1'],
  boxicons: ['boxicons', 'bx', 'bxs'],
  iconoir: ['iconoir'],
  carbon: ['carbon'],
  mingcute: ['mingcute'],
  bootstrap: ['bi'],
  healthicons: ['healthicons'],
  tdesign: ['tdesign'],
  clarity: ['clarity'],
  iconscout: ['uil', 'uim', 'uit', 'uis'],
  'gerrit-halfmann': ['majesticons', 'pixelarticons'],
  framework7: ['f7'],
  mage: ['mage'],
  siemens: ['ix'],
  octicon: ['octicon'],
  garden: ['garden'],
  teenyicons: ['teenyicons'],
  'praveen-juge': ['mynaui', 'vadivam'],
  lineicons: ['lineicons'],
  'gravity-ui': ['gravity-ui'],
  jam: ['jam'],
  'akar-icons': ['akar-icons'],
  coreui: ['cil'],
};

const familyOfSet = new Map(
  Object.entries(families).flatMap(([family, sets]) => sets.map((set) => [set, family] as const)),
);

/** Families whose icons nobody trains on; fixed before anything was trained. */
export const TEST_FAMILIES: readonly string[] = [
  'iconoir',
  'carbon',
  'mingcute',
  'bootstrap',
  'healthicons',
  'tdesign',
  'clarity',
  'iconscout',
  'gerrit-halfmann',
  'framework7',
  'mage',
  'siemens',
  'octicon',
  'garden',
  'teenyicons',
];

/** Families for choices: when to stop, which of several settings. */
export const VALIDATION_FAMILIES: readonly string[] = [
  'praveen-juge',
  'lineicons',
  'gravity-ui',
  'jam',
  'akar-icons',
  'coreui',
];

/**
 * The family of a set: one of those above, or its artist's name as a slug.
 *
 * @example
 * familyOf('lucide', 'Lucide Contributors'); // 'lucide'
 */
export function familyOf(set: string, artist: string): string {
  checkText('familyOf', 'set', set);
  checkText('familyOf', 'artist', artist);
  return familyOfSet.get(set) ?? (slug(artist) || set);
}

/**
 * The side of the split on which a family, a set or an icon lies; what is in neither list is for training.
 *
 * @example
 * const test = corpus.icons.filter((each) => splitOf(each) === 'test');
 */
export function splitOf(of: string | { readonly family: string }): Split {
  const name = typeof of === 'string' ? (familyOfSet.get(of) ?? of) : familyIn(of);
  if (TEST_FAMILIES.includes(name)) return 'test';
  return VALIDATION_FAMILIES.includes(name) ? 'validation' : 'train';
}

function familyIn(of: { readonly family: string }): string {
  return readable(
    'splitOf',
    () => 'an icon or set',
    () => {
      if (shown(of) === 'an object' && typeof of.family === 'string') return of.family;
      throw misfit('splitOf', 'it', 'a family, the prefix of a set, or an icon or set with its family', of);
    },
  );
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
