/** Longer than any browser takes to start a download. */
const KEPT_MILLISECONDS = 60_000;

/** Hands a file to the person, under a name. */
export function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
