/**
 * What every engine must compute alike: fingerprints of all presets and of settings at the ends of their ranges, as
 * lines of text. Runs in bare JavaScript shells too, which know `print` and no console.
 */
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { hex64 } from '../../src/numbers/hash';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, presetIds } from '../../src/scenario/presets';
import { capabilityBands } from '../../src/results/bands';

const variants: readonly (readonly [id: string, text: string])[][] = [
  [],
  [
    ['growthVolatility', '3'],
    ['jumpShare', '0.9'],
    ['growth', '2/4/9'],
  ],
  [
    ['pressure', '10'],
    ['rivalLead', '3'],
    ['accountability.auditInterval', '4'],
    ['lapseRate', '6'],
    ['evaluation.duration', '0'],
  ],
];

const say = (globalThis as unknown as { print?: (line: string) => void }).print ?? console.log.bind(console);

for (const id of presetIds) {
  variants.forEach((settings, variant) => {
    const varied = applySettings(
      preset(id),
      settings.map(([setting, text]) => ({ id: setting, text })),
    );
    if (!varied.ok) throw new Error(JSON.stringify(varied.issues));
    const simulator = new EnsembleSimulator(varied.scenario, 'Łuck');
    const aggregate = simulator.newAggregate();
    simulator.simulate({ from: 0, to: 200 }, aggregate);
    const { quantiles } = capabilityBands(aggregate, simulator.setup).capability;
    const sum = Object.values(quantiles).reduce((total, path) => total + (path.at(-1) ?? NaN), 0);
    say(`${id} ${variant} ${hex64(aggregate.fingerprint)} ${sum}`);
  });
}
