/** What the command line says. */

const commands = {
  simulate: {
    usage: 'simulate <scenario> [flags]',
    sentence: 'Simulates many possible futures of a scenario and says how they end.',
    notes: [
      'The same scenario, seed and number of runs give the same results to the last bit, on any machine and with any number of jobs; the fingerprint proves it.',
    ],
  },
  trace: {
    usage: 'trace <scenario> [flags]',
    sentence: 'Prints one future in full: its weeks and events, one JSON object a line.',
    notes: [
      'Each line has a type. The first is "run" (what is simulated); then come, for each week from week 0 on, an "event" for whatever happened in it and a "week" (numbers and states at its end); the last is "report" (the row that --per-run of simulate has for this run). Capabilities are in doublings; null stands for none, or for a number without end.',
    ],
  },
  validate: {
    usage: 'validate <scenario> …',
    sentence: 'Checks scenario files and lists everything that is wrong with them.',
    notes: [],
  },
  presets: {
    usage: 'presets [flags]',
    sentence: 'Lists the scenarios that come with the simulator.',
    notes: [],
  },
} as const;

const flags = {
  runs: 'How many futures to simulate.',
  seed: 'Any text that stands for the luck: the same text, the same luck.',
  set: 'Sets a parameter of the scenario, such as --set evaluation.interval=26; may be given many times.',
  jobs: 'How many threads to use; has no effect on results.',
  formatOfResult: 'How the result is printed: for people, as JSON, or as a table of comma-separated values.',
  formatOfList: 'How the list is printed: for people, or as JSON.',
  perRun: 'Also writes a table with one row per future to this file, as comma-separated values.',
  run: 'Which future to print: run 0, 1, 2, … of the seed.',
  help: 'Prints this help.',
  version: 'Prints the versions of the simulator, its model and its scenario files.',
} as const;

const help = {
  usage: 'Usage',
  commands: 'Commands',
  flags: 'Flags',
  scenario: 'Scenario',
  parameters: 'Parameters, for --set id=value',
  exitCodes: 'Exit codes',
  program:
    'Simulates what a responsible scaling policy does in many possible futures of an AI lab. It compares policies under stated assumptions; it predicts nothing about any company.',
  more: (command: string) => `${command} <command> --help says more about a command.`,
  scenarioSentence: (presets: readonly string[]) =>
    `Where a scenario is asked for, give the id of a preset (${presets.join(', ')}), a file (its name ends in .json or contains a path separator), or - for standard input.`,
  streams: 'Data go to standard output, everything else to standard error.',
  codes: {
    0: 'done',
    1: 'a scenario is wrong: unknown, unreadable or with issues',
    2: 'a flag or its value is wrong',
    70: 'the command could not be finished (a full disk, or a fault of the simulator)',
    130: 'interrupted',
  },
  byDefault: (value: string) => `default ${value}`,
  defaultIs: (value: string) => `Default: ${value}.`,
  cores: 'the number of cores',
  ownOfScenario: "default: the scenario's own",
  parametersIntro:
    "Values replace the scenario's own; the defaults are those of the scenario baseline. Where low/mode/high is allowed, each future draws its own value from that triangle. t1 is the first level of the scenario, t2 the second, and so on to t6.",
  zero: (meaning: string) => `0: ${meaning}.`,
  none: (meaning: string) => `none: ${meaning}.`,
  choice: (choice: string, meaning: string) => `${choice}: ${meaning}.`,
  noneValue: 'none',
  yes: 'yes',
  no: 'no',
} as const;

const problems = {
  wrongCommandLine: (count: number) =>
    `the command line is wrong${count === 1 ? '' : `, in ${count} places`}`,
  wrongScenario: (name: string, count: number) =>
    `scenario ${name} is wrong${count === 1 ? '' : `, in ${count} places`}`,
  issue: (path: string, expected: string, received: string) =>
    `${path === '' ? '' : `${path}: `}expected ${expected}, received ${received}`,
  seeHelp: (command: string) => `See ${command} --help.`,
  command: (commands: readonly string[]) => `one of the commands ${commands.join(', ')}`,
  noFlag: (nearest: readonly string[]) =>
    nearest.length === 0 ? 'no flag of this name here' : `a known flag (nearest: ${nearest.join(', ')})`,
  setInstead: (id: string) => `--set ${id}=value, for parameters are set that way`,
  flagValue: (value: string) => `a value (${value}) after it`,
  noValue: 'no value',
  once: 'to be given once',
  times: (count: number) => `it ${count} times`,
  wholeNumber: (min: string, max: string) => `a whole number from ${min} to ${max}`,
  setting: 'id=value',
  oneScenario: 'the id of one preset, one file, or -',
  scenarios: 'one or more files',
  noMoreArguments: 'no further arguments',
  preset: (nearest: readonly string[], list: string) =>
    `the id of a preset (${nearest.length === 0 ? '' : `nearest: ${nearest.join(', ')}; `}all: ${list}), or a file: a name that ends in .json or contains a path separator`,
  readableFile: 'a file that can be read',
  utf8: 'text in UTF-8',
  writableFile: 'a file that can be written',
  otherFile: 'a file other than the scenario',
  otherBytes: 'other bytes',
  sameFile: 'the scenario itself',
  noSuchFile: 'no such file',
  noSuchFolder: 'no such folder',
  folder: 'a folder',
  notAllowed: 'a file that may not be opened',
  systemError: (code: string) => `the system's error ${code}`,
  cannotWrite: (path: string, code: string) => `${path} could not be written to the end (${code})`,
  standardOutput: 'standard output',
  threads: (reason: string) => `a thread broke: ${reason}`,
  fault: 'this is a fault of the simulator; please report it',
} as const;

const progress = {
  done: (percent: string, done: string, runs: string) => `${percent}%  ${done} of ${runs} futures`,
  left: (seconds: number) => `${seconds} s left`,
} as const;

const validation = {
  valid: (name: string, id: string, title: string) => `${name}: valid (${id}, ${title})`,
} as const;

const report = {
  heading: (title: string, runs: string, length: string) =>
    `${title}: ${runs} ${runs === '1' ? 'future' : 'futures'} of ${length}`,
  outcomes: 'How the futures end',
  flags: 'What else happens',
  measures: 'How long and how much',
  levels: 'Level by level',
  ofHundred: 'of 100',
  interval: '95% interval',
  between: (low: string, high: string) => `${low} to ${high}`,
  average: 'average',
  median: 'median',
  ninety: '90 of 100 lie in',
  lead: 'lead',
  none: '–',
  years: (years: number) => (years === 1 ? '1 year' : `${years} years`),
  week: (week: string) => `week ${week}`,
  weeks: (weeks: string) => `${weeks} weeks`,
  weeksAndDuration: (weeks: string, duration: string) => `${weeks} weeks, ${duration}`,
  doublings: (doublings: string) => `${doublings} doublings`,
  doublingsAndMultiple: (doublings: string, multiple: string) => `${doublings} doublings, ${multiple} times`,
  notes: {
    levels: 'Levels are counted in 100 futures; their lead is the median of weeks from warning to crossing.',
    firstPause: 'The week of the first pause is that of the futures with a pause.',
    intervals: 'Intervals show chance alone, not what depends on assumptions.',
    noPrediction: 'It compares policies under assumptions; it predicts nothing about any company.',
  },
  caveats: 'Read with care',
  identity: (fingerprint: string, model: string, schema: number, scenario: string) =>
    `Fingerprint ${fingerprint} · model ${model} · schema ${schema} · scenario ${scenario}`,
  again: (command: string) => `Again: ${command}`,
} as const;

export const commandLine = {
  commands,
  flags,
  help,
  problems,
  progress,
  validation,
  report,
  versions: (name: string, version: string, model: string, schema: number) =>
    `${name} ${version} (model ${model}, scenario schema ${schema})`,
} as const;
