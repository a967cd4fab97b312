/** Lets a screen reader say a sentence, when it has said what it is at. */
export function announce(text: string): void {
  const place = document.querySelector('#said');
  // The same sentence twice is a change only if it was gone between.
  if (place !== null) place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
