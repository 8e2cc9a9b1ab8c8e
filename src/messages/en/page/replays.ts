/** The pages on what has happened since 2023. */
export const replays = {
  nav: 'Replays',
  all: 'All replays',
  list: {
    title: 'Replays: what has happened since 2023',
    intro:
      'Events in which such policies were tested, set up in the model as far as it can express them, with what it says ' +
      'across ten thousand futures beside what happened once. They show how far to trust it, and where not to.',
  },
  sections: {
    happened: 'What happened',
    disputed: 'What is disputed or not known',
    setUp: 'How it is set up',
    says: 'What the model says, and what history says',
    leavesOut: 'What the model leaves out',
    sources: 'Sources',
  },
  dates: (start: string, end: string, isWhole: boolean) => {
    const dates = start === end ? `${start}.` : `${start} to ${end}.`;
    return isWhole ? dates : `${dates} The model can express this only in part.`;
  },
  reading: {
    primary: 'The sources it rests on were read themselves.',
    quoted: 'A source it rests on was read through others that quote it.',
    secondary: 'A source it rests on is known through reports of others.',
  },
  policy: 'The policy:',
  world: 'Set besides, for this case:',
  asItIs: 'Nothing else is changed.',
  alternative: 'Held against it: the same luck, with',
  why: 'Why it is set up like this (in the words of the modeller)',
  openIt: 'Open this case in the simulator',
  heads: { what: 'Figure', asSet: 'As set up', other: 'Held against it' },
  caption: 'Across ten thousand futures',
  history: (value: string, unit: string) => `History: ${value} ${unit}`,
  where: {
    within: (label: string, value: string) =>
      `History's number lies within the range of 90 of 100 futures for “${label}”, ${value}.`,
    below: (label: string, value: string) =>
      `History's number lies below the range of 90 of 100 futures for “${label}”, ${value}: the model says more than happened.`,
    above: (label: string, value: string) =>
      `History's number lies above the range of 90 of 100 futures for “${label}”, ${value}: the model says less than happened.`,
    other:
      "History's number counts something else than the model's figures. They can be read side by side, not subtracted.",
  },
  /** Where the model and history part, or why their agreement proves nothing, replay by replay. */
  differs: {
    'asl3-activation':
      'The model counts the weeks a finished model waits; history tells the weeks from warning to protection, and no wait. ' +
      'In most futures of the model, too, nothing waits. It also says that protections are seldom in place when danger comes; ' +
      'nobody can hold that against history, as nobody knows where danger began.',
    'chatgpt-agent-2025':
      'The model counts the weeks a finished model waits; history tells the weeks from a public statement to safeguards in use. ' +
      'In most futures nothing waits. That a lab which waits for definite evidence holds back even less is what the other case shows.',
    'late-evaluation-2024':
      'Three days are less than the week in which the model counts, so lateness itself cannot be seen. What can: one more week for ' +
      'every evaluation hardly moves the warning. A whole evaluation left out, which did not happen, is a chance we put in.',
    'cadence-3-to-6-months':
      'No outcome of the change is known, so there is nothing to check the model against. It says what the calendar costs by itself: ' +
      'later warnings, more of them missed. Better evaluations, the reason given for the change, are not in this case.',
    'metr-time-horizons':
      'In history nobody paused, and the limit was crossed half a year after the alarm. In the model the lab keeps its policy: after the ' +
      'alarm it pauses until protections are ready, and so crosses much later. The danger point, besides, is uncertain around the limit.',
    'openai-pause-2026':
      'The two weeks are put in, so that the agreement proves nothing. What the model adds is the other case: how long the pause ' +
      'would last if it ended only when protections are ready, as the text reads.',
    'fsf-v3-hold':
      'History has no pause to show, before or after. With the hold taken out the model has none either; with it kept, it pauses for long. ' +
      'Whether the company would have held to it, nobody knows: the old text allowed other measures instead.',
  } as Readonly<Record<string, string>>,
} as const;
