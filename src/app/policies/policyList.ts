/** The policies that have a page, by lab. */
import { documentMessages } from '../../messages/documentMessages';
import { dossierIds } from '../../scenario/dossiers';
import { preset, type PresetId } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { sourceDate } from '../settings/sourceDate';

const words = documentMessages.policies.list;

/** METR asked for such policies and has none of its own. */
const FOUNDER = 'METR';

export function isPolicyId(id: string): id is PresetId {
  return (dossierIds as readonly string[]).includes(id);
}

/** What the scenario's author says of its being in force: superseded by what, or the latest found; empty where nothing. */
export function statusOf({ caveats }: Scenario): string {
  return caveats.find((caveat) => /^(Superseded|The latest version found)/.test(caveat)) ?? '';
}

/** The preset of the version before, where that has a page. */
export function previousOf(id: PresetId): PresetId | null {
  const previous = preset(id).document?.previous ?? null;
  return previous !== null && isPolicyId(previous) ? previous : null;
}

/** A policy's name beside another: the version alone where both are of one lab. */
export function nameBeside(id: PresetId, other: PresetId): string {
  const { document, title } = preset(id);
  if (document === null || document.lab !== preset(other).document?.lab) return title;
  return /^\d/.test(document.version) ? `version ${document.version}` : document.version;
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export interface ListedPolicy {
  readonly id: PresetId;
  readonly title: string;
  readonly summary: string;
  /** "14 May 2025. Superseded: …"; empty where it follows no text. */
  readonly asOf: string;
  readonly previous: PresetId | null;
}

export interface ListedLab {
  readonly name: string;
  /** The oldest version first. */
  readonly policies: readonly ListedPolicy[];
}

function listed(id: PresetId): ListedPolicy {
  const scenario = preset(id);
  const { title, summary, document } = scenario;
  return {
    id,
    title,
    summary,
    asOf: document === null ? '' : words.asOf(sourceDate(document.date), statusOf(scenario)),
    previous: previousOf(id),
  };
}

function labOf(id: PresetId): string {
  const lab = preset(id).document?.lab;
  if (lab === undefined) return words.forComparison;
  return lab === FOUNDER ? words.founding : lab;
}

/** Every policy that has a page, by lab, in the order in which presets are offered. */
export function policyList(): readonly ListedLab[] {
  const names = [...new Set(dossierIds.map(labOf))];
  return names.map((name) => ({
    name,
    policies: dossierIds.filter((id) => labOf(id) === name).map(listed),
  }));
}
