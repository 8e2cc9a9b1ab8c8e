/** Where a chart that leaves the page comes from. */
import { messages } from '../../messages/messages';
import { wholeNumber } from '../../results/amounts';
import { contentHash } from '../../scenario/contentHash';
import { isPresetId, preset } from '../../scenario/presets';
import type { Result } from '../result';

const { colophon } = messages.page;

/** The scenario's title, marked where it is a preset's and the scenario no longer the preset. */
export function scenarioName({ scenario, summary }: Result): string {
  const isChanged = isPresetId(scenario.id) && contentHash(preset(scenario.id)) !== summary.scenario.hash;
  return isChanged ? colophon.changed(scenario.title) : scenario.title;
}

/** One line under a picture: scenario, futures, seed, fingerprint, model. */
export function footerOf(result: Result): string {
  const { seed, runs, fingerprint, modelVersion } = result.summary;
  return messages.page.capability.download.footer({
    scenario: scenarioName(result),
    runs: wholeNumber(runs),
    seed,
    fingerprint,
    model: modelVersion,
  });
}

/** A file's name: scenario and chart. */
export function fileName({ scenario }: Result, chart: string, extension: string): string {
  return `${scenario.id}-${chart}.${extension}`;
}
