import { publicIds } from '../parameters/publicId';
import { decodeScenario } from './decode';
import type { Scenario } from './scenario';

/** The same provenance in the order of the parameters. */
function ordered({ provenance, thresholds }: Scenario): Scenario['provenance'] {
  const known = publicIds(thresholds.length).filter((id) => Object.hasOwn(provenance, id));
  return Object.fromEntries(known.map((id) => [id, provenance[id]])) as Scenario['provenance'];
}

/**
 * A scenario as the text of its file: keys in the registry's order, indented by two, with a last newline.
 * @param schemaUrl written as `$schema` where given, for editors
 * @throws where the scenario is not valid, naming the first issue
 */
export function encodeScenario(scenario: Scenario, schemaUrl?: string): string {
  const decoded = decodeScenario(scenario);
  if (!decoded.ok) {
    const [issue] = decoded.issues;
    throw new Error(`${issue?.path}: expected ${issue?.expected}, received ${issue?.received}`);
  }
  const written = { ...decoded.scenario, provenance: ordered(decoded.scenario) };
  const file = schemaUrl === undefined ? written : { $schema: schemaUrl, ...written };
  return `${JSON.stringify(file, null, 2)}\n`;
}
