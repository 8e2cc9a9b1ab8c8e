import { MODEL_VERSION } from '../../model/modelVersion';
import { encodeLink, plainView, type EncodedLink, type LinkedPolicy } from '../../scenario/link';
import { isPresetId, preset, presetIds } from '../../scenario/presets';
import type { Design } from '../session/design';
import type { Looked } from '../session/look.svelte';
import type { Session } from '../session/session.svelte';

/** What of a session goes into a link. */
export interface Shared extends Pick<Session, 'design' | 'pinned' | 'seed' | 'isSettled' | 'result'> {
  readonly look: Looked;
}

/** The preset that a design was made from, or, of one from a file, that it is most like. */
function linkedPolicy({ base, scenario }: Design): LinkedPolicy {
  if (isPresetId(base.id)) return { presetId: base.id, scenario };
  const [presetId = 'baseline'] = presetIds.filter((id) => preset(id).scale === scenario.scale);
  return { presetId, scenario };
}

/** What goes into a link now, to be written later. */
export function sharedNow({ design, pinned, seed, look, isSettled, result }: Session): Shared {
  return { design, pinned, seed, look: look.now(), isSettled, result };
}

/** The link to what a session shows, or why there is none. */
export function linkOfSession(shared: Shared, embed = false): EncodedLink {
  const { design, pinned, seed, look, isSettled, result } = shared;
  const { run, opened, kind, isTold, isKnownOnly, week } = look;
  // Of a future that was made shorter the story shows the last week.
  const shownWeek = isTold && week !== null ? Math.min(week, design.scenario.world.horizon) : null;
  return encodeLink({
    ...linkedPolicy(design),
    seed,
    run,
    compared: pinned.map(linkedPolicy),
    view: embed
      ? { ...plainView, embed }
      : { embed, open: opened, kind, isTold, isKnownOnly, week: shownWeek },
    modelVersion: MODEL_VERSION,
    fingerprint: isSettled ? (result?.summary.fingerprint ?? null) : null,
  });
}

/** The address of a page without what follows its path. */
export function pageOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}

/** The address that opens a link. */
export function addressOf(link: string, page: string): string {
  return `${pageOf(page)}#${link}`;
}

/** The same for programs that cut addresses at "#". */
export function officeAddressOf(link: string, page: string): string {
  return `${pageOf(page)}?s=${link}`;
}
