const suggestions = [
  'umbrella',
  'broken heart',
  'no wifi',
  'birthday cake',
  'lightning',
  'muted bell',
  'rocket',
  'cat',
  'shopping',
  'sunrise',
];

/** Words to begin with. */
export function Suggestions({ onChoose }: { readonly onChoose: (words: string) => void }) {
  return (
    <div class="suggestions">
      <p class="hint">Try</p>
      <ul>
        {suggestions.map((words) => (
          <li key={words}>
            <button type="button" class="chip" onClick={() => onChoose(words)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
