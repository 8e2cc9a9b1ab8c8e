/** Shortcuts by keyboard, and the bar at the top. */
export const bar = {
  label: 'Simulator',
  undo: 'Undo',
  redo: 'Redo',
  print: 'Print',
  keys: 'Keys',
} as const;

export const help = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  note: 'Sliders: arrow keys move by a step, Page Up and Page Down by several, Home and End to the ends. Charts: Tab to one, then arrow keys read it week by week.',
  single: 'Single letters work as shortcuts',
  singleNote: 'Switch this off if you speak to your computer or hit keys by accident.',
  keys: { control: 'Ctrl', command: '⌘', shift: 'Shift' },
  or: 'or',
  commands: {
    undo: 'Undo the last change',
    redo: 'Do it again',
    replay: 'Replay the last change: before and after',
    pin: 'Keep this policy to compare it with others',
    another: 'Another future on the chart',
    tell: 'Tell this future step by step, or no longer',
    forward: 'A step forward in the future that is told',
    back: 'A step back',
    share: 'Share: link, file, citation, embedding',
    save: 'Save the scenario as a file',
    open: 'Open a scenario file',
    print: 'Print one page',
    keys: 'Show these shortcuts',
  },
} as const;
