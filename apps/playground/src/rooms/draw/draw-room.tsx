import { useEffect, useMemo, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { Choice } from '../../parts/choice';
import { Credits } from '../../parts/credits';
import { RoomHead } from '../../parts/explain';
import { Field } from '../../parts/field';
import { Samples } from '../../parts/samples';
import { Studies } from '../../parts/studies';
import type { RoomProps } from '..';
import { counted, inWords, operationWords, reasonWords, slotWords } from '../negatives/plain-words';
import { useKeptText } from '../negatives/use-kept-text';
import { useMiner } from '../negatives/use-miner';
import { MarkedText, marks } from '../negatives/view/marked-text';
import { MinerNews } from '../negatives/view/miner-news';
import type { DrawAnswer, DrawJob, Drawn, Style } from '../negatives/worker/messages';
import { Chooser } from './choose/chooser';
import './draw-room.css';

const longest = 300;

const samples = [
  { title: 'Two colours', text: 'a red car to the left of a blue bus' },
  { title: 'A number', text: 'two red birds on a branch' },
  { title: 'A place', text: 'A woman with an umbrella walks two dogs on a beach.' },
  { title: 'A table', text: 'three yellow bananas in a bowl next to a green apple' },
  { title: 'An idea', text: 'The idea behind this picture is freedom.' },
] as const;

/** As the NOTICE of @slipform/scenes has it. */
const artists = [
  {
    value: 'noto',
    text: 'Noto',
    title: 'Noto Emoji',
    artist: 'Google Inc.',
    licence: 'Apache-2.0',
    url: 'https://github.com/googlefonts/noto-emoji',
  },
  {
    value: 'fluent',
    text: 'Fluent',
    title: 'Fluent Emoji',
    artist: 'Microsoft Corporation',
    licence: 'MIT',
    url: 'https://github.com/microsoft/fluentui-emoji',
  },
  {
    value: 'twemoji',
    text: 'Twemoji',
    title: 'Twemoji',
    artist: 'Twitter, Inc and other contributors',
    licence: 'CC-BY 4.0',
    url: 'https://github.com/jdecked/twemoji',
  },
] as const satisfies readonly { readonly value: Style; readonly [name: string]: string }[];

const credits = artists.map((artist) => ({
  ...artist,
  beside: 'drawn in pixels here, some in other colours',
}));

/** A caption that is drawn, beside its hard negatives. */
export default function DrawRoom({ params, setParams }: RoomProps) {
  const [text, setText] = useKeptText('draw', params.get('t'), samples[0].text, longest, (t) =>
    setParams({ t }),
  );
  const artist = artists.find(({ value }) => value === params.get('artist')) ?? artists[0];
  const style = artist.value;
  const caption = text.trim();
  const job = useMemo(
    (): DrawJob | undefined => (caption === '' ? undefined : { kind: 'draw', caption, style }),
    [caption, style],
  );
  const state = useMiner(job);
  const { answered } = state;
  useEffect(() => {
    if (answered === undefined) return;
    const timer = setTimeout(() => announce(summaryOf(answered.answer)), 600);
    return () => clearTimeout(timer);
  }, [answered]);
  const shown = job === undefined ? undefined : answered;
  const negatives = useMemo(
    () => shown?.answer.negatives.map(({ negative }) => negative.negative) ?? [],
    [shown],
  );
  return (
    <div class="draw-room">
      <RoomHead title="A caption and its hard negatives, drawn">
        What a caption names is drawn from emoji, and so is each of its hard negatives whose change a picture
        shows. A model that reads every word tells these pictures apart.
      </RoomHead>
      <div class="draw-ask">
        <Field label="Caption" value={text} maxLength={longest} onInput={setText} />
        <Samples label="Captions to begin with" samples={samples} text={text} onChoose={setText} />
        <Choice<Style>
          label="Artist"
          value={style}
          options={artists}
          onChange={(value) => setParams({ artist: value === artists[0].value ? '' : value })}
        />
      </div>
      <section class="draw-answer answering" aria-label="Pictures" aria-busy={state.isAsking}>
        <MinerNews state={state} failed="The caption could not be drawn" />
        {job === undefined && <p class="waiting">Type a caption, or take one of the samples.</p>}
        {shown !== undefined && <Answer caption={shown.question.caption} answer={shown.answer} />}
      </section>
      {shown !== undefined && <Chooser caption={shown.question.caption} negatives={negatives} />}
      <Studies>
        Trained on captions that ConcretePlant mined and on their pictures, a model binds colours to things
        better, also for artists whom it has not seen: +4.3 points of swaps (95 % CI +3.0 to +5.6) over the
        same pictures without the loss. Trained in one wording, it gets worse in others.
      </Studies>
      <Credits title="Who drew these emoji" sets={credits} />
    </div>
  );
}

function Answer({ caption, answer }: { readonly caption: string; readonly answer: DrawAnswer }) {
  const { picture, negatives, reason } = answer;
  const hard = negatives.flatMap(({ negative, picture }) => (picture ? [{ negative, picture }] : []));
  const others = negatives.filter(({ picture }) => picture === undefined);
  const { drawn, missing } = picture;
  return (
    <>
      <figure class="draw-true">
        <Picture drawn={picture} />
        <figcaption>
          <p class="draw-caption">
            <MarkedText
              text={caption}
              marks={[...marks('drawn', ...drawn), ...marks('missing', ...missing)]}
            />
          </p>
          <p class="hint">
            {drawn.length === 0 ? 'Nothing of it is drawn: the words name no thing that has an emoji.' : ''}
            {drawn.length > 0 && missing.length === 0 ? 'All that it names is drawn.' : ''}
            {drawn.length > 0 && missing.length > 0 ? `Not drawn: ${textsOf(missing)}.` : ''}
          </p>
        </figcaption>
      </figure>
      <div class="draw-negatives">
        <h2>{hard.length === 0 ? 'No hard image' : 'Its hard negatives'}</h2>
        {reason !== undefined && <p class="no-negative">No negative. {reasonWords[reason]}</p>}
        {hard.length > 0 && (
          <ul class="hard-images">
            {hard.map(({ negative, picture }) => (
              <li key={negative.negative}>
                <figure>
                  <Picture drawn={picture} />
                  <figcaption>
                    <p>
                      <MarkedText
                        text={negative.negative}
                        marks={marks('new', negative.replacement, negative.replacement2)}
                      />
                    </p>
                    <p class="hint">
                      {inWords(slotWords, negative.slot)}, {inWords(operationWords, negative.operation)}
                    </p>
                  </figcaption>
                </figure>
              </li>
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <div class="draw-others">
            <h3>Negatives without a picture</h3>
            <p class="hint">What they change is not drawn, so that their picture would be the same.</p>
            <ul>
              {others.map(({ negative }) => (
                <li key={negative.negative}>
                  <MarkedText
                    text={negative.negative}
                    marks={marks('new', negative.replacement, negative.replacement2)}
                  />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}

function Picture({ drawn: { png, drawn } }: { readonly drawn: Drawn }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const own = URL.createObjectURL(png);
    setUrl(own);
    return () => URL.revokeObjectURL(own);
  }, [png]);
  return (
    <img
      {...(url !== undefined && { src: url })}
      width={384}
      height={384}
      alt={drawn.length === 0 ? 'An empty picture' : `Picture of: ${textsOf(drawn)}`}
    />
  );
}

function textsOf(spans: Drawn['drawn']): string {
  return spans.map(({ text }) => text).join(', ');
}

function summaryOf({ picture: { drawn, missing }, negatives }: DrawAnswer): string {
  const hard = negatives.filter(({ picture }) => picture !== undefined).length;
  const sentences = [
    drawn.length === 0 ? 'Nothing is drawn.' : `Drawn: ${textsOf(drawn)}.`,
    missing.length === 0 ? '' : `Not drawn: ${textsOf(missing)}.`,
    `${counted(hard, 'hard image')}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
