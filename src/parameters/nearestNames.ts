/** Levenshtein distance: fewest letters inserted, deleted or replaced. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replace = (row[j] as number) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}

// Inputs may be of any length; nobody mistypes an id by hundreds of letters.
const longestName = 80;

/**
 * Up to `count` of the names that look most like `name`, the nearest first; fewer where the rest do not.
 * Letter case and what stands before the last dot count for little: `interval` finds `evaluation.interval`.
 */
export function nearestNames(name: string, names: readonly string[], count = 3): string[] {
  if (name.length > longestName) return [];
  const wanted = name.toLowerCase();
  const scored = names.map((candidate) => {
    const known = candidate.toLowerCase();
    const lastPart = known.slice(known.lastIndexOf('.') + 1);
    const distance = Math.min(editDistance(wanted, known), editDistance(wanted, lastPart) + 0.5);
    return { candidate, distance };
  });
  scored.sort((a, b) => a.distance - b.distance);
  // Half the letters may be wrong, but next to a near name a far one is no help.
  const farthest = Math.min(Math.max(2, wanted.length / 2), (scored[0]?.distance ?? 0) + 2);
  return scored
    .filter(({ distance }) => distance <= farthest)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
