/** A seed of six letters and digits that nobody chose. */
export function randomSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36).padStart(7, '0').slice(-6);
}
