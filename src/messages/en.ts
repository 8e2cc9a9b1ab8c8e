import { issues } from './en/issues';
import { links } from './en/links';
import { page } from './en/page';
import { policyParameters } from './en/policyParameters';
import { registryWords } from './en/registryWords';
import { reportParameters } from './en/reportParameters';
import { results } from './en/results';
import { scenarioDefaults, scenarioKeys } from './en/scenarioKeys';
import { thresholdParameters } from './en/thresholdParameters';
import { worldParameters } from './en/worldParameters';

/**
 * Every sentence shown to people, in English, but those of the command line and of the pages to read. A language is one
 * more folder of this shape.
 */
export const en = {
  parameters: {
    ...worldParameters,
    ...thresholdParameters,
    ...policyParameters,
    ...reportParameters,
  },
  ...registryWords,
  scenarioKeys,
  scenarioDefaults,
  issues,
  links,
  results,
  page,
} as const;
