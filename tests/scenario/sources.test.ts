import { describe, expect, it } from 'vitest';
import { allParameters } from '../../src/parameters/parameters';
import { assumptionSets } from '../../src/scenario/assumptionSets';
import { dossierIds, dossierOf } from '../../src/scenario/dossiers';
import { preset, presetIds } from '../../src/scenario/presets';
import { replays } from '../../src/scenario/replays';
import { sourceIds, sources } from '../../src/scenario/sources';

function usedSources(): Set<string> {
  const ofEvidence = allParameters.flatMap(({ definition: { evidence } }) =>
    'sources' in evidence ? [...(evidence.sources ?? [])] : [],
  );
  const ofPresets = presetIds.flatMap((id) =>
    Object.values(preset(id).provenance).flatMap(({ source }) => (source === undefined ? [] : [source])),
  );
  const ofDossiers = dossierIds.flatMap((id) => {
    const { components, changes } = dossierOf(id)!;
    return [...Object.values(components), ...changes].map(({ source }) => source);
  });
  const ofReplays = replays.flatMap((replay) => replay.sources);
  const ofAssumptions = assumptionSets().flatMap(({ changes }) =>
    Object.values(changes).flatMap((each) =>
      Object.values(each).flatMap(({ source }) => (source === undefined ? [] : [source])),
    ),
  );
  return new Set([...ofEvidence, ...ofPresets, ...ofDossiers, ...ofReplays, ...ofAssumptions]);
}

describe('sources', () => {
  it('are all used, and all that are used are there', () => {
    expect([...usedSources()].sort()).toEqual([...sourceIds].sort());
  });

  it.each(Object.entries(sources))('%s is cited in full', (id, source) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const { producer, title, date, url, accessed, licence, note, reading, ...rest } = source;
    expect(rest).toEqual({});
    expect(['primary', 'quoted', 'secondary']).toContain(reading);
    for (const text of [producer, title, licence, note]) expect(text).toMatch(/\S/);
    expect(date ?? '2000').toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
    expect(accessed).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
    expect(new URL(url).protocol).toBe('https:');
  });
});
