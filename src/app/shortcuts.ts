/** Shortcuts by keyboard: one table for the keys that are heard and for the dialog that lists them. */
import { messages } from '../messages/messages';

const words = messages.page.help;

export type Command = keyof typeof words.commands;

export interface Shortcut {
  readonly command: Command;
  /** Lower case, as `KeyboardEvent.key` has it. */
  readonly key: string;
  /** With Control, or with Command on a Mac. */
  readonly control?: true;
  readonly shift?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { command: 'undo', key: 'z', control: true },
  { command: 'redo', key: 'z', control: true, shift: true },
  { command: 'redo', key: 'y', control: true },
  { command: 'save', key: 's', control: true },
  { command: 'print', key: 'p', control: true },
  { command: 'pin', key: 'k' },
  { command: 'replay', key: 'r' },
  { command: 'another', key: 'n' },
  { command: 'tell', key: 't' },
  { command: 'forward', key: '.' },
  { command: 'back', key: ',' },
  { command: 'share', key: 's' },
  // Browsers let a page ask for a file after a key of its own only, not after one of theirs such as Ctrl+O.
  { command: 'open', key: 'o' },
  { command: 'keys', key: '?' },
];

/** What is read of the element that has the focus. */
interface Focused {
  readonly tagName?: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
}

const textTypes = ['text', 'number', 'search', 'url'];

/** Fields in which keys are text, and controls of the browser's own that take letters. */
function takesLetters({ tagName, type = '', isContentEditable }: Focused): boolean {
  if (isContentEditable === true || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && textTypes.includes(type);
}

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

/**
 * The command that a key stands for, or null. While a text is edited the browser's own undo and letters count.
 * @param singleKeys whether letters without Control are shortcuts (WCAG 2.2, 2.1.4)
 */
export function commandOf(event: Keys, singleKeys: boolean): Command | null {
  if (event.altKey) return null;
  const isControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const found = shortcuts.find(
    (each) =>
      each.key === key &&
      (each.control === true) === isControl &&
      // A question mark needs Shift on most keyboards.
      (each.control !== true || (each.shift === true) === event.shiftKey),
  );
  if (found === undefined) return null;
  if (!isControl && !singleKeys) return null;
  const isEdit = found.control !== true || found.command === 'undo' || found.command === 'redo';
  return isEdit && takesLetters((event.target ?? {}) as Focused) ? null : found.command;
}

/** The keys of a shortcut as they are written on the keyboard. */
export function keysText({ key, control, shift }: Shortcut, isMac: boolean): readonly string[] {
  return [
    ...(control === true ? [isMac ? words.keys.command : words.keys.control] : []),
    ...(shift === true ? [words.keys.shift] : []),
    key.toUpperCase(),
  ];
}

/** The shortcuts of each command, commands in the order of the table. */
export function shortcutsByCommand(): ReadonlyMap<Command, readonly Shortcut[]> {
  const byCommand = new Map<Command, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const known = byCommand.get(shortcut.command);
    if (known === undefined) byCommand.set(shortcut.command, [shortcut]);
    else known.push(shortcut);
  }
  return byCommand;
}
