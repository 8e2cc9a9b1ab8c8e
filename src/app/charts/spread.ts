/**
 * Moves labels apart so that none lies on another: positions as near to `wanted` as keeping at least `gap` between
 * neighbours, within `low` … `high`, and keeping their order allows. Where there is not enough room the gaps shrink
 * evenly. Returned in the order given.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const room = high - low;
  const fits = Math.min(gap, wanted.length > 1 ? room / (wanted.length - 1) : gap);
  const placed = new Array<number>(wanted.length).fill(0);
  // Labels that touch form a block, which is centred on what its members want.
  const blocks: { members: number[]; at: number }[] = [];
  const settle = (members: readonly number[]): number => {
    const sum = members.reduce((total, label, i) => total + (wanted[label] as number) - i * fits, 0);
    const at = sum / members.length;
    return Math.min(Math.max(at, low), high - (members.length - 1) * fits);
  };
  for (const label of order) {
    let block = { members: [label], at: settle([label]) };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined || before.at + before.members.length * fits <= block.at + 1e-9) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      block = { members, at: settle(members) };
    }
    blocks.push(block);
  }
  for (const { members, at } of blocks) {
    members.forEach((label, i) => (placed[label] = at + i * fits));
  }
  return placed;
}
