import { messages } from '../../messages/messages';
import { thresholdParameters } from '../../parameters/thresholds';
import type { Session } from '../session/session.svelte';

const words = messages.page.settings;

/** Sets a text of a level: its name or its domain. Returns what is wrong with it in words, or null. */
export function takeText(session: Session, publicId: string, text: string): string | null {
  if (session.set(publicId, text, `${publicId}-box`).length === 0) return null;
  const isTaken = publicId.endsWith('.name') && session.scenario.thresholds.some(({ name }) => name === text);
  return isTaken
    ? words.nameTaken(text)
    : words.textExpected(thresholdParameters['threshold.name'].maxLength);
}
