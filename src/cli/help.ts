import { commandLineMessages } from '../messages/commandLineMessages';
import { messages } from '../messages/messages';
import {
  allParameters,
  type Component,
  type Parameter,
  type ParameterDefinition,
} from '../parameters/parameters';
import { expectedValue } from '../parameters/valueSchema';
import { presetIds } from '../scenario/presets';
import type { Flag } from './commandLine';
import { PROGRAM } from './program';
import { definitions, paragraph } from './textLayout';

const words = commandLineMessages.help;

function section(title: string, text: string): string {
  return `${title}\n${text}`;
}

function flagPairs(flags: readonly Flag[]): [string, string][] {
  return flags.map(({ name, value, short, sentence }) => {
    const dashed = short === undefined ? `--${name}` : `-${short}, --${name}`;
    return [value === undefined ? dashed : `${dashed} ${value}`, sentence];
  });
}

function usage(lines: readonly string[]): string {
  return section(words.usage, lines.map((line) => `  ${PROGRAM} ${line}`).join('\n'));
}

/** What --help says without a command. */
export function programHelp(
  commands: readonly { readonly name: string; readonly usage: string; readonly sentence: string }[],
  flags: readonly Flag[],
  width: number,
): string {
  const codes = Object.entries(words.codes).map(([code, meaning]) => [code, meaning] as const);
  const sections = [
    paragraph(words.program, width),
    usage(commands.map((command) => command.usage)),
    section(
      words.commands,
      definitions(
        commands.map(({ name, sentence }) => [name, sentence]),
        width,
      ),
    ),
    section(words.flags, definitions(flagPairs(flags), width)),
    section(words.scenario, paragraph(words.scenarioSentence(presetIds), width, 2)),
    section(words.exitCodes, definitions(codes, width)),
    paragraph(`${words.streams} ${words.more(PROGRAM)}`, width),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What --help says after a command. */
export function commandHelp(
  command: { readonly usage: string; readonly sentence: string; readonly notes: readonly string[] },
  flags: readonly Flag[],
  width: number,
): string {
  const sections = [
    paragraph(command.sentence, width),
    usage([command.usage]),
    section(words.flags, definitions(flagPairs(flags), width)),
    ...(command.usage.includes('<scenario>')
      ? [section(words.scenario, paragraph(words.scenarioSentence(presetIds), width, 2))]
      : []),
    ...command.notes.map((note) => paragraph(note, width)),
    ...(flags.some(({ name }) => name === 'set') ? [parametersHelp(width)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function defaultText(definition: ParameterDefinition): string {
  switch (definition.kind) {
    case 'number':
      if (definition.default === undefined) return words.ownOfScenario;
      return words.byDefault(definition.default === null ? words.noneValue : String(definition.default));
    case 'flag':
      return words.byDefault(definition.default ? words.yes : words.no);
    case 'choice':
      return words.byDefault(definition.default);
    case 'text':
    case 'history':
      return words.ownOfScenario;
  }
}

function parameterHelp({ id, definition, text }: Parameter, width: number): string {
  const meanings = [
    ...(text.zero === undefined ? [] : [words.zero(text.zero)]),
    ...(text.null === undefined ? [] : [words.none(text.null)]),
    ...Object.entries(text.choices ?? {}).map(([choice, meaning]) => words.choice(choice, meaning)),
  ];
  const name = id.replace(/^threshold\./, 't1.');
  return [
    `  ${name}`,
    paragraph([text.sentence, ...meanings].join(' '), width, 6),
    paragraph(`${expectedValue(id, true)}; ${defaultText(definition)}`, width, 6),
  ].join('\n');
}

/** Every parameter that can be set, by component. */
function parametersHelp(width: number): string {
  const settable = allParameters.filter(({ definition }) => definition.kind !== 'history');
  const components = Object.entries(messages.components) as [
    Component,
    { readonly label: string; readonly question: string },
  ][];
  const groups = components.map(([component, { label, question }]) => {
    const own = settable.filter(({ definition }) => definition.component === component);
    return [`${label}: ${question}`, ...own.map((parameter) => parameterHelp(parameter, width))].join('\n');
  });
  return [section(words.parameters, paragraph(words.parametersIntro, width, 2)), ...groups].join('\n\n');
}
