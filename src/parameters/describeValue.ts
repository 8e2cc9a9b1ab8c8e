import { messages } from '../messages/messages';

const longestText = 60;

/** A value of an input in a few words, for the "received" of an issue. */
export function describeValue(value: unknown): string {
  if (value === undefined) return messages.issues.nothing;
  if (typeof value === 'string') {
    const text = value.length > longestText ? `${value.slice(0, longestText)}…` : value;
    return text === '' ? messages.issues.emptyText : JSON.stringify(text);
  }
  if (Array.isArray(value)) return messages.issues.list(value.length);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return typeof value === 'object' ? messages.issues.object : typeof value;
}
