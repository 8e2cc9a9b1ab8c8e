import { issues } from './en/issues';
import { policyParameters } from './en/policyParameters';
import { registryWords } from './en/registryWords';
import { reportParameters } from './en/reportParameters';
import { scenarioKeys } from './en/scenarioKeys';
import { thresholdParameters } from './en/thresholdParameters';
import { worldParameters } from './en/worldParameters';

/** Every sentence shown to people, in English. A language is one more file of this shape. */
export const en = {
  parameters: {
    ...worldParameters,
    ...thresholdParameters,
    ...policyParameters,
    ...reportParameters,
  },
  ...registryWords,
  scenarioKeys,
  issues,
} as const;
