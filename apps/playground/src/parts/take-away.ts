/** Saves a text as a file of this name. */
export function saveFile(name: string, content: string, type: string): void {
  saveBlob(name, new Blob([content], { type }));
}

/** Saves a blob, however large, as a file of this name. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has read it once the click is over, which it may do later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
