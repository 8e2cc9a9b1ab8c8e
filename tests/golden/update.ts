import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODEL_VERSION } from '../../src/model/modelVersion';
import type { PresetId } from '../../src/scenario/presets';
import { previousFile } from '../modelCheck/goldenChange';
import { closedCasesShown } from '../support/closedCases';
import { differences } from '../support/differences';
import { goldenResults, movesText, type GoldenResults } from './goldenResults';

const shownFile = fileURLToPath(new URL('../../src/app/method/closedCases.json', import.meta.url));
const file = fileURLToPath(new URL('./results.json', import.meta.url));

/** Writes the golden results as they are now, and says what moved: `npm run golden:update`. Nothing else writes them. */
export function main(): void {
  writeFileSync(shownFile, `${JSON.stringify(closedCasesShown(), null, 2)}\n`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<GoldenResults>) : {};
  const after = goldenResults();
  const moves = differences(before, after);
  if (moves.length === 0) {
    console.log('The golden results are as they were.');
    return;
  }
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
  // What the model check compares with: the results of the version before.
  if (Object.values(before).some(({ modelVersion }) => modelVersion !== MODEL_VERSION)) {
    writeFileSync(previousFile, `${JSON.stringify(before, null, 2)}\n`);
  }
  console.log(`${movesText(moves)}\n\n${moves.length} golden values moved.`);
  const moved = Object.entries(after).filter(([id, { scenario, modelVersion, fingerprint }]) => {
    const old = before[id as PresetId];
    const isSame = scenario.hash === old?.scenario.hash && modelVersion === old.modelVersion;
    return isSame && fingerprint !== old.fingerprint;
  });
  if (moved.length === 0) return;
  console.log(
    `The same scenario gives other runs: ${moved.map(([id]) => id).join(', ')}. ` +
      'Raise MODEL_VERSION and say in CHANGELOG.md, under "Results change:", by how much.',
  );
}
