import { expect, test } from 'vitest';
import { commandOf, keysText, shortcuts, shortcutsByCommand } from '../../src/app/shortcuts';
import { messages } from '../../src/messages/messages';

function press(key: string, modifiers: Partial<KeyboardEvent> = {}, target: object | null = null) {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    target: target as EventTarget | null,
    ...modifiers,
  };
}

test('every command has a shortcut, every shortcut one command, and the dialog lists them all', () => {
  const commands = Object.keys(messages.page.help.commands);
  expect([...shortcutsByCommand().keys()].toSorted()).toEqual(commands.toSorted());
  expect([...shortcutsByCommand().values()].flat()).toHaveLength(shortcuts.length);
  for (const shortcut of shortcuts) {
    const { key, control = false, shift = false, command } = shortcut;
    const event = press(shift ? key.toUpperCase() : key, { ctrlKey: control, shiftKey: shift });
    expect(commandOf(event, true)).toBe(command);
  }
});

test('keys are heard with Command as with Control, and not with Alt', () => {
  expect(commandOf(press('z', { metaKey: true }), true)).toBe('undo');
  expect(commandOf(press('Z', { metaKey: true, shiftKey: true }), true)).toBe('redo');
  expect(commandOf(press('z', { ctrlKey: true, altKey: true }), true)).toBeNull();
  expect(commandOf(press('?', { shiftKey: true }), true)).toBe('keys');
});

test('single letters can be switched off', () => {
  expect(commandOf(press('k'), true)).toBe('pin');
  expect(commandOf(press('k'), false)).toBeNull();
  expect(commandOf(press('z', { ctrlKey: true }), false)).toBe('undo');
});

test('while a text is edited, letters and undo are the browser’s', () => {
  const field = { tagName: 'INPUT', type: 'text' };
  expect(commandOf(press('k', {}, field), true)).toBeNull();
  expect(commandOf(press('z', { ctrlKey: true }, field), true)).toBeNull();
  expect(commandOf(press('s', { ctrlKey: true }, field), true)).toBe('save');
  expect(commandOf(press('k', {}, { tagName: 'SELECT', type: 'select-one' }), true)).toBeNull();
  const slider = { tagName: 'INPUT', type: 'range' };
  expect(commandOf(press('k', {}, slider), true)).toBe('pin');
});

test('keys are written as keyboards have them', () => {
  const redo = shortcuts.find(({ command }) => command === 'redo')!;
  expect(keysText(redo, false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keysText(redo, true)).toEqual(['⌘', 'Shift', 'Z']);
});
