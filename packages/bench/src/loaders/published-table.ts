// The field's benchmarks, a row each. To add one: a row in publishedTable(), and its rows of test (published-table.test.ts).
// Tables are functions, since a table would stay in the bundle of anyone who loads none of them.
import { shown } from '@slipform/kit/text/printable';
import type { CaptionsPart, Form, PairsPart } from './published-form';

/** What there is to know of a benchmark. */
export interface PublishedBenchmark {
  /** In tables. */
  readonly title: string;
  /** What is asked. */
  readonly asks: string;
  /** Kinds of questions with their chance, in words. */
  readonly kinds: string;
  /** The paper, by its authors and year, and its arXiv number or address. */
  readonly paper: string;
  /** Where the files are. */
  readonly source: string;
  /** Of the annotations; pictures have terms of their own. */
  readonly licence: string;
  /** What lies in its folder. */
  readonly disk: string;
  /** Whether its questions are about composition, so that the suite asks them. */
  readonly composition: boolean;
  /** Public code whose reading of the files is followed: repository and file; for loaders of their own see their docstrings. */
  readonly code?: string;
  /** How the authors take a tie; here it is wrong. */
  readonly ties?: string;
  /** Kinds of its headline when all files are there, where it can have fewer. */
  readonly parts?: number;
  /** In a folder of the suite the file that is given to the loader, if it isn't the folder itself. */
  readonly file?: RegExp;
}

interface InTable extends PublishedBenchmark {
  /** How its files are read. */
  readonly form: Form;
}

const pairKinds = 'text 1/4, image 1/4, group 1/6, pairing 1/2';

const pairs = (part: Omit<PairsPart, 'shape'>): PairsPart => ({ shape: 'pairs', ...part });

/** The group score is Winoground's headline. */
const group = () => ({ group: ['group'] });

const starting = (kinds: readonly string[], prefix: string) =>
  kinds.filter((kind) => kind.startsWith(prefix));

/** "beer-bottle_left_of_armchair.jpeg": what is where, and beside what. */
function controlled(picture: string): { things: string; where: string } | undefined {
  const [thing, where, ...rest] = picture.split('/').at(-1)!.split('_');
  const other = rest.at(-1)?.replace(/\.\w+$/, '');
  return where === undefined || other === undefined ? undefined : { things: `${thing}+${other}`, where };
}

const controlledPart = (file: RegExp, kind: string): CaptionsPart => ({
  shape: 'captions',
  file,
  image: 'image_path',
  captions: ['caption_options'],
  right: 0,
  kind: (row) =>
    controlled(String(row.value('image_path')))
      ? kind
      : row.fail(
          `image_path must be as beer-bottle_left_of_armchair.jpeg, got ${shown(row.value('image_path'))}`,
        ),
  together: () => [
    {
      kind: 'pair',
      size: 2,
      key(picture) {
        const found = controlled(picture);
        return found && `${found.things}/${/^(left|right)$/.test(found.where) ? 'sides' : 'other'}`;
      },
    },
    { kind: 'set', size: 4, key: (picture) => controlled(picture)?.things },
  ],
});

const questionPart = (file: RegExp, kind: string, image: string): CaptionsPart => ({
  shape: 'captions',
  file,
  fields: ['image', 'right', 'wrong'],
  image,
  captions: ['right', 'wrong'],
  right: 0,
  kind: () => kind,
});

const positives =
  /(?:^|\/)data\/(visual_genome_attribution|vl_checklist_attributes|vl_checklist_relations)\.json$/;
const swapped =
  /(?:^|\/)swapped_data\/(visual_genome_attribution|vl_checklist_attributes|vl_checklist_relations)\.json$/;

/** Benchmarks of the field that are read by their form alone, by the name for `--benchmark`. */
export const publishedTable = () =>
  ({
    whatsup: {
      title: "What'sUp",
      asks: 'where a thing is: beside, on, under, in front of, behind',
      kinds: 'controlled_a, controlled_b 1/4, their pairs 1/16, their sets 1/256; coco_…, vg_… 1/2',
      paper: 'Kamath et al. 2023, arXiv 2310.19785',
      source: 'github.com/amitakamath/whatsup_vlms',
      licence: 'MIT',
      disk: 'controlled_images_dataset.json, controlled_clevr_dataset.json, coco_qa_one_obj.json …, and data/ or controlled_images/, controlled_clevr/, val2017/, vg_images/',
      composition: true,
      parts: 6,
      code: 'amitakamath/whatsup_vlms, dataset_zoo/aro_datasets.py (Controlled_Images, COCO_QA, VG_QA)',
      ties: 'right: by argmax over true-first',
      form: {
        parts: [
          controlledPart(/(^|\/)controlled_images_dataset\.json$/, 'controlled_a'),
          controlledPart(/(^|\/)controlled_clevr_dataset\.json$/, 'controlled_b'),
          questionPart(/(^|\/)coco_qa_one_obj\.json$/, 'coco_one', '{image:12}.jpg'),
          questionPart(/(^|\/)coco_qa_two_obj\.json$/, 'coco_two', '{image:12}.jpg'),
          questionPart(/(^|\/)vg_qa_one_obj\.json$/, 'vg_one', '{image}.jpg'),
          questionPart(/(^|\/)vg_qa_two_obj\.json$/, 'vg_two', '{image}.jpg'),
        ],
        pictures: [
          'data/controlled_images',
          'data/controlled_clevr',
          'controlled_images',
          'controlled_clevr',
          'val2017',
          'val2014',
          'vg_images',
        ],
        means: (kinds) => ({
          alone: kinds.filter((kind) => !/_(pair|set)$/.test(kind)),
          pair: kinds.filter((kind) => kind.endsWith('_pair')),
          set: kinds.filter((kind) => kind.endsWith('_set')),
        }),
      },
    },
    negbench: {
      title: 'NegBench',
      asks: 'which of four captions, some with negations, is true; and retrieval by captions with negations',
      kinds: 'one for each file of choices, 1/4 (binary 1/2); recall for each file of retrieval',
      paper: 'Alhamoud et al. 2025, arXiv 2501.09425',
      source: 'github.com/m1k2zoo/negbench',
      licence: 'MIT',
      disk: 'images/COCO_val_mcq_llama3.1_rephrased.csv …_retrieval….csv; pictures: COCO val2017, VOC2007. Files of videos are not read',
      composition: true,
      code: 'm1k2zoo/negbench, benchmarks/src/training/data.py (CsvMCQDataset, CsvBinaryMCQDataset, CsvImageCaptionDataset)',
      ties: 'by argmax, the first',
      form: {
        parts: [
          {
            shape: 'captions',
            file: /^(?!.*msr_?vtt).*binary_?mcq[^/]*\.csv$/i,
            image: ['image_path', 'filepath'],
            captions: ['caption_0', 'caption_1'],
            right: 'correct_answer',
            kind: (_, { stem }) => stem,
            by: { answer: 'correct_answer_template' },
          },
          {
            shape: 'captions',
            file: /^(?!.*(msr_?vtt|binary)).*mcq[^/]*\.csv$/i,
            image: ['image_path', 'filepath'],
            captions: ['caption_0', 'caption_1', 'caption_2', 'caption_3'],
            right: 'correct_answer',
            kind: (_, { stem }) => stem,
            by: { answer: 'correct_answer_template' },
          },
          {
            shape: 'gallery',
            file: /^(?!.*msr_?vtt).*retrieval[^/]*\.csv$/i,
            image: 'filepath',
            captions: ['captions'],
          },
        ],
        folders: ['images'],
      },
    },
    bivlc: {
      title: 'BiVLC',
      asks: "SugarCrepe's pairs with a picture made for the false caption as well",
      kinds: pairKinds,
      paper: 'Miranda et al. 2024, arXiv 2406.09952',
      source: 'huggingface.co/datasets/imirandam/BiVLC',
      licence: 'MIT',
      disk: 'the Parquet files (pictures are in them)',
      composition: true,
      code: 'IMirandaM/BiVLC, src/CLIP_fine_tuning/CLIP_utils.py (evaluate_BiVLC: their I2T is text, their T2I image)',
      ties: 'wrong (>)',
      form: {
        parts: [
          pairs({
            file: /\.parquet$/,
            images: ['image', 'negative_image'],
            captions: ['caption', 'negative_caption'],
            by: { type: 'type', subtype: 'subtype' },
          }),
        ],
        means: group,
      },
    },
    vismin: {
      title: 'VisMin',
      asks: 'pictures and captions that differ in one thing, attribute, number or place',
      kinds: `${pairKinds}, by category`,
      paper: 'Awal et al. 2024, arXiv 2407.16772',
      source: 'huggingface.co/datasets/mair-lab/vismin-bench',
      licence: 'see its card; none in the code',
      disk: 'the Parquet files (pictures are in them)',
      composition: true,
      code: 'rabiulcste/vismin, vismin-bench/eval.py and metric.py',
      ties: 'wrong (>)',
      form: {
        parts: [
          pairs({
            file: /\.parquet$/,
            id: 'id',
            images: ['image_0', 'image_1'],
            captions: ['text_0', 'text_1'],
            by: { category: 'category' },
          }),
        ],
        means: group,
      },
    },
    'mmvp-vlm': {
      title: 'MMVP-VLM',
      asks: 'pairs of pictures that CLIP takes for one, in nine visual patterns',
      kinds: `${pairKinds}, by pattern; the headline is image`,
      paper: 'Tong et al. 2024, arXiv 2401.06209',
      source: 'huggingface.co/datasets/MMVP/MMVP_VLM',
      licence: 'see its card; none in the code',
      disk: 'Questions.csv and "MLLM_VLM Images/"',
      composition: true,
      code: 'tsb0601/MMVP, scripts/evaluate_vlm.py (captions begin with "a photo of ")',
      ties: 'the second picture (probability > 0.5)',
      form: {
        parts: [
          pairs({
            file: /(^|\/)Questions\.csv$/,
            id: 'Question ID',
            twoRows: true,
            images: ['{Type_0}/{Question ID_0}.jpg', '{Type_1}/{Question ID_1}.jpg'],
            captions: ['Statement_0', 'Statement_1'],
            prefix: 'a photo of ',
            by: { pattern: 'Type_0' },
          }),
        ],
        pictures: ['MLLM_VLM Images'],
        means: () => ({ image: ['image'] }),
      },
    },
    colorswap: {
      title: 'ColorSwap',
      asks: 'captions whose colours are exchanged, with a picture for each',
      kinds: pairKinds,
      paper: 'Burapacheep et al. 2024, arXiv 2402.04492',
      source: 'huggingface.co/datasets/stanfordnlp/colorswap',
      licence: 'MIT (code); the data are gated',
      disk: 'test.json and images/, or the Parquet file of the test split',
      composition: true,
      code: 'Top34051/colorswap, README.md; kargibora/CS-CLIP, data_loading/colorswap.py',
      form: {
        parts: [
          pairs({
            file: /(^|\/)test[^/]*\.(json|parquet)$/,
            id: 'id',
            images: ['image_1', 'image_2'],
            captions: ['caption_1', 'caption_2'],
            by: { pictures: 'image_source', captions: 'caption_source' },
          }),
        ],
        means: group,
      },
    },
    'coco-counterfactuals': {
      title: 'COCO-Counterfactuals',
      asks: 'captions that differ in a noun, with a picture made for each',
      kinds: pairKinds,
      paper: 'Le et al. 2023, arXiv 2309.14356',
      source: 'huggingface.co/datasets/Intel/COCO-Counterfactuals',
      licence: 'CC BY 4.0',
      disk: 'examples.jsonl and images/',
      composition: true,
      code: 'COCO-Counterfactuals.py of the data set (datasets.GeneratorBasedBuilder); kargibora/CS-CLIP, data_loading/coco_counterfactuals.py',
      form: {
        parts: [
          pairs({
            file: /(^|\/)examples\.jsonl$|\.parquet$/,
            id: 'id',
            images: ['image_0', 'image_1'],
            captions: ['caption_0', 'caption_1'],
          }),
        ],
        means: group,
      },
    },
    crepe: {
      title: 'CREPE',
      asks: 'a caption against hard negatives, by how complex it is',
      kinds: 'prod_… (atom, swap, negate, by complexity) and syst_…; one in the number of captions',
      paper: 'Ma et al. 2023, arXiv 2212.07796',
      source: 'github.com/RAIVNLab/CREPE',
      licence: 'not said',
      disk: 'prod_hard_negatives/, syst_hard_negatives/ with their CSV files; pictures: Visual Genome (VG_100K, VG_100K_2)',
      composition: true,
      code: 'RAIVNLab/CREPE, crepe_eval_utils.py and crepe_params.py (image_id, x, y, width, height, caption, hard_negs), crepe_compo_eval_open_clip.py (valid_hard_negs_…)',
      ties: 'by the order of a sort',
      form: {
        parts: [
          {
            shape: 'captions',
            file: /(^|\/)prod_vg_hard_negs_[^/]*\.csv$/,
            image: '{image_id}.jpg',
            captions: ['caption', 'hard_negs'],
            right: 0,
            kind: (_, { stem }) => `prod_${/^prod_vg_hard_negs_([a-z]+)/.exec(stem)![1]}`,
            box: ['x', 'y', 'width', 'height'],
          },
          ...(['atom', 'comp', 'combined'] as const).map(
            (type): CaptionsPart => ({
              shape: 'captions',
              file: new RegExp(`(^|/)syst_vg_hard_negs_${type}[^/]*\\.csv$`),
              image: '{image_id}.jpg',
              captions: ['caption', `valid_hard_negs_${type}`],
              right: 0,
              kind: () => `syst_${type}`,
              box: ['x', 'y', 'width', 'height'],
            }),
          ),
        ],
        pictures: ['VG_100K', 'VG_100K_2'],
      },
    },
    spec: {
      title: 'SPEC',
      asks: 'size, place, existence and number: a picture among captions, and a caption among pictures',
      kinds: 'i2t_… and t2i_… of six sets, one in the number of choices',
      paper: 'Peng et al. 2024, arXiv 2312.00081',
      source: 'github.com/wjpoom/SPEC',
      licence: 'not said',
      disk: 'a folder each of absolute_size, absolute_spatial, count, existence, relative_size, relative_spatial, with image2text.json, text2image.json and pictures',
      composition: true,
      parts: 6,
      code: 'wjpoom/SPEC, spec/dataset.py (Image2TextDataset, Text2ImageDataset) and spec/models/clip_wrapper.py',
      ties: 'by argmax, the first',
      form: {
        parts: [
          {
            shape: 'captions',
            file: /(^|\/)image2text\.json$/,
            image: 'query',
            captions: ['keys'],
            right: 'label',
            kind: (_, { path }) => `i2t_${path.split('/').at(-2) ?? 'spec'}`,
          },
          {
            shape: 'pictures',
            file: /(^|\/)text2image\.json$/,
            caption: 'query',
            images: 'keys',
            right: 'label',
            kind: (_, { path }) => `t2i_${path.split('/').at(-2) ?? 'spec'}`,
          },
        ],
        means: (kinds) => ({ I2T: starting(kinds, 'i2t_'), T2I: starting(kinds, 't2i_') }),
      },
    },
    'svo-probes': {
      title: 'SVO-Probes',
      asks: 'a sentence and two pictures that differ in subject, verb or object',
      kinds: 'subject, verb, object, 1/2',
      paper: 'Hendricks and Nematzadeh 2021, arXiv 2106.09141',
      source: 'github.com/google-deepmind/svo_probes',
      licence: 'CC BY 4.0',
      disk: 'svo_probes.csv and images/ with {id}.jpg (or pos_{id}.jpg, neg_{id}.jpg); its pictures are URLs, many gone',
      composition: true,
      code: 'google-deepmind/svo_probes, README.md; kargibora/CS-CLIP, data_loading/svo_probes.py (which picture scores higher; the paper has a threshold)',
      form: {
        parts: [
          {
            shape: 'pictures',
            file: /(^|\/)svo_probes\.csv$/,
            caption: 'sentence',
            images: [
              ['{pos_image_id}.jpg', 'pos_{pos_image_id}.jpg'],
              ['{neg_image_id}.jpg', 'neg_{neg_image_id}.jpg'],
            ],
            right: 0,
            kind(row) {
              const names = { subj_neg: 'subject', verb_neg: 'verb', obj_neg: 'object' };
              const found = Object.entries(names).find(([column]) =>
                /^true$/i.test(String(row.value(column))),
              );
              return found ? found[1] : row.fail('one of subj_neg, verb_neg and obj_neg must be True');
            },
          },
        ],
      },
    },
    'hard-positives': {
      title: 'Hard positives',
      asks: 'a caption and another true one, both against a false one: what training on hard negatives breaks',
      kinds: 'both_… 1/3, original_…, positive_… 1/2, of swap, attributes, relations',
      paper: 'Kamath et al. 2024, ECCV, arXiv 2409.17958',
      source: 'github.com/amitakamath/hard_positives',
      licence: 'not said',
      disk: 'data/ and swapped_data/ with the three files each; pictures: Visual Genome in data/VG_100K, data/VG_100K_2',
      composition: true,
      parts: 3,
      code: 'amitakamath/hard_positives, run_eval.py and dataset_zoo/aro_datasets.py',
      ties: 'wrong (<)',
      form: {
        parts: [
          {
            shape: 'three',
            file: positives,
            second: swapped,
            image: 'image_path',
            right: 'true_caption',
            wrong: 'false_caption',
            box: ['bbox_x', 'bbox_y', 'bbox_w', 'bbox_h'],
            kind: ({ stem }) => (stem.startsWith('visual') ? 'swap' : stem.replace('vl_checklist_', '')),
          },
        ],

        means: (kinds) => ({
          both: starting(kinds, 'both_'),
          original: starting(kinds, 'original_'),
          positive: starting(kinds, 'positive_'),
        }),
      },
    },
    'vl-checklist': {
      title: 'VL-CheckList',
      asks: 'an attribute, object or relation replaced; its users advise against it, since pictures are missing',
      kinds: 'attribute_…, object_…, relation_…, 1/2',
      paper: 'Zhao et al. 2022, arXiv 2207.00221',
      source: 'github.com/om-ai-lab/VL-CheckList',
      licence: 'not said',
      disk: 'data/ (Attribute, Object, Relation) and the folders of pictures vg/, hake/, swig/',
      composition: true,
      code: 'om-ai-lab/VL-CheckList, vl_checklist/data_loader.py and evaluate.py (task itc: the first of POS and of NEG)',
      ties: 'wrong (>)',
      form: {
        parts: [
          {
            shape: 'captions',
            file: /(^|\/)(Attribute|Object|Relation)\/.*\.json$/,
            fields: ['image', 'texts'],
            image: 'image',
            captions: ['texts.POS.0', 'texts.NEG.0'],
            right: 0,
            kind: (_, { path, stem }) => {
              const steps = path.split('/');
              const at = steps.findIndex((step) => /^(Attribute|Object|Relation)$/.test(step));
              const set = /^(action|color|material|size|state|spatial)$/.test(stem) ? `${steps.at(-2)}_` : '';
              return `${steps[at]!.toLowerCase()}_${set}${stem}`;
            },
          },
        ],
        pictures: ['vg', 'hake', 'swig'],
        means: (kinds) => ({
          all: kinds,
          attribute: starting(kinds, 'attribute_'),
          object: starting(kinds, 'object_'),
          relation: starting(kinds, 'relation_'),
        }),
      },
    },
    eqben: {
      title: 'EqBen',
      asks: 'two frames of a video, or two pictures made, that differ little, and their captions',
      kinds: `${pairKinds}, by set`,
      paper: 'Wang et al. 2023, arXiv 2303.14465',
      source: 'github.com/Wangt-CN/EqBen',
      licence: 'Apache-2.0 (code)',
      disk: 'the annotation in Winoground’s form (image0, caption0, image1, caption1) as ann.json, and image/; not the shuffled one. YouCook2’s NumPy files are not read',
      composition: true,
      code: 'rabiulcste/vismin, evals/dataset_zoo/dataset.py (EqBenALL); Wangt-CN/EqBen, src/eqben/eqben_acc.py',
      ties: 'wrong (>)',
      form: {
        parts: [
          pairs({
            file: /\.json$/,
            images: ['image0', 'image1'],
            captions: ['caption0', 'caption1'],
            by: { set: (row) => row.text('image0').split('/')[0] },
          }),
        ],
        pictures: ['image'],
        means: group,
      },
    },
  }) satisfies Record<string, InTable>;

/** The field's benchmarks that have a loader of their own. */
const publishedLoaders = () =>
  ({
    sugarcrepe: {
      title: 'SugarCrepe',
      asks: 'a caption against a false one that a language model wrote',
      kinds: 'one for each file, 1/2',
      paper: 'Hsieh et al. 2023, arXiv 2306.14610',
      source: 'github.com/RAIVNLab/sugar-crepe',
      licence: 'MIT',
      disk: 'add_att.json … swap_obj.json; pictures: COCO val2017',
      composition: true,
      parts: 7,
    },
    'sugarcrepe-pp': {
      title: 'SugarCrepe++',
      asks: 'two captions of one meaning against a false one, with the picture and without',
      kinds: 'itt_… and tot_…, 1/3',
      paper: 'Dumpala et al. 2024, arXiv 2406.11171',
      source: 'github.com/Sri-Harsha/scpp',
      licence: 'CC BY 4.0',
      disk: 'replace_att.json … swap_obj.json; pictures: COCO val2017',
      composition: true,
      parts: 5,
    },
    winoground: {
      title: 'Winoground',
      asks: 'two pictures and two captions of the same words in another order',
      kinds: pairKinds,
      paper: 'Thrush et al. 2022, arXiv 2204.03162',
      source: 'huggingface.co/datasets/facebook/winoground',
      licence: 'META IMAGES RESEARCH LICENSE',
      disk: 'examples.jsonl and images/, or the Parquet file',
      composition: true,
      ties: 'wrong (>)',
      file: /^examples\.jsonl$|\.parquet$/,
    },
    aro: {
      title: 'ARO',
      asks: 'relations and attributes exchanged, and shuffled captions',
      kinds: 'relation, attribution 1/2; order 1/5',
      paper: 'Yuksekgonul et al. 2023, arXiv 2210.01936',
      source: 'github.com/mertyg/vision-language-models-are-bows',
      licence: 'MIT',
      disk: 'visual_genome_relation.json, visual_genome_attribution.json and images/',
      composition: true,
      file: /^visual_genome_(relation|attribution)\.json$/,
    },
    valse: {
      title: 'VALSE',
      asks: 'a caption against a foil that changes one phenomenon',
      kinds: 'one for each file, 1/2',
      paper: 'Parcalabescu et al. 2022, arXiv 2112.07566',
      source: 'github.com/Heidelberg-NLP/VALSE',
      licence: 'MIT',
      disk: 'existence.json, plurals.json …; pictures: COCO, Visual7W, SWiG, VisDial, FOIL',
      composition: true,
    },
    cola: {
      title: 'Cola',
      asks: 'two photographs whose captions exchange attributes and things',
      kinds: 'matching 1/4, pairing 1/2',
      paper: 'Ray et al. 2023, arXiv 2305.03689',
      source: 'github.com/arijitray1993/COLA',
      licence: 'MIT',
      disk: 'COLA_multiobjects_matching_benchmark.json and images/',
      composition: true,
      file: /^COLA_multiobjects_matching_benchmark\.json$/,
    },
    retrieval: {
      title: 'Retrieval',
      asks: 'pictures and captions of COCO or Flickr30k that find one another',
      kinds: 'recall@1, 5, 10 both ways',
      paper: 'Karpathy and Fei-Fei 2015, arXiv 1412.2306',
      source: 'cs.stanford.edu/people/karpathy/deepimagesent',
      licence: 'COCO: CC BY 4.0; Flickr30k: research',
      disk: 'dataset_coco.json, coco_karpathy_test.json or captions_val2017.json; pictures: val2014 or val2017',
      composition: false,
    },
    'zero-shot': {
      title: 'Zero-shot classification',
      asks: 'the class of a picture, as "a photo of a golden retriever."',
      kinds: 'top-1, top-5; one and five in the number of classes',
      paper: 'Radford et al. 2021, arXiv 2103.00020',
      source: 'any folder of folders of pictures, such as ImageNet’s val',
      licence: 'that of the pictures',
      disk: 'a folder for each class, called by its name (golden_retriever), with its pictures',
      composition: false,
    },
  }) satisfies Record<string, PublishedBenchmark>;

/** Every benchmark of the field that is read, by its name for `--benchmark`. */
export function publishedBenchmarks(): [string, PublishedBenchmark][] {
  return [...Object.entries(publishedLoaders()), ...Object.entries(publishedTable())];
}
