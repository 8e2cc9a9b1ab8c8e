import { expect, test } from 'vitest';
import { beginRun, simulateWeek } from '../../src/engine/kernel.gen';
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { statesOf } from '../../src/engine/simulateRun';
import { Lab, type Decisions } from '../../src/model/lab';
import { compileSetup } from '../../src/model/setup';
import { preset, type PresetId } from '../../src/scenario/presets';

/** The lab after `weeks` weeks in which a person decides in its stead. */
function decide(id: PresetId, decisions: Decisions, weeks: number): Lab {
  const luck = new Luck(seedKey('decisions'));
  luck.setRun(4);
  const lab = new Lab(compileSetup(preset(id)), luck);
  const occupancy = new Int32Array((lab.setup.horizon + 1) * lab.stateCount);
  lab.decisions = decisions;
  beginRun(lab, occupancy);
  for (let week = 0; week < weeks; week++) simulateWeek(lab, occupancy);
  return lab;
}

test('a decision taken for the lab replaces the rule of its policy; one not taken leaves it', () => {
  // Without a policy nothing is ever paused, suspended or withheld; a person may still decide to.
  const idle = decide('no-policy', {}, 30);
  expect(statesOf(idle)).toMatchObject({
    training: 'active',
    internalUse: 'open',
    release: 'idle',
    service: 'live',
  });
  expect(statesOf(decide('no-policy', { pauseTraining: true }, 3))['training']).toBe('paused');
  expect(statesOf(decide('no-policy', { suspendInternalUse: true }, 3))['internalUse']).toBe('suspended');
  expect(statesOf(decide('no-policy', { withholdRelease: true }, 30))).toMatchObject({
    release: 'withheld',
    service: 'none',
  });
  expect(statesOf(decide('no-policy', { recallModel: true }, 30))['service']).toBe('withdrawn');
});

test('… also against what the policy asks', () => {
  const kept = decide('metr-ideal', {}, 200);
  expect(kept.pauses).toBeGreaterThan(0);
  const defied = {
    pauseTraining: false,
    suspendInternalUse: false,
    withholdRelease: false,
    recallModel: false,
  };
  const lab = decide('metr-ideal', defied, 200);
  expect([lab.pauses, lab.suspendedWeeks, lab.withheldWeeks, lab.recalls]).toEqual([0, 0, 0, 0]);
  // Nobody abandons what does not bind; told to abandon, a lab that is bound gives notice at once.
  expect(decide('metr-ideal', { ...defied, abandonCommitment: true }, 200).abandoned).toBe(0);
  expect(decide('baseline', { abandonCommitment: true }, 200).abandoned).toBeGreaterThan(0);
  expect(decide('baseline', { abandonCommitment: false }, 260).abandoned).toBe(0);
});
