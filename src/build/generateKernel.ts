/**
 * Writes src/engine/kernel.gen.ts: the statechart of src/model/labMachine.ts as plain loops that call the model's own
 * guards and actions, so that there is no second copy of a rule.
 */
import type { AnyStateMachine } from 'xstate';
import { labMachine } from '../model/labMachine';
import {
  labRegions,
  levelRegions,
  protectionKinds,
  regionStates,
  stateOffset,
  MOST_LEVELS,
  type Region,
} from '../model/regions';
import { actions, guards, ruleModules, type GuardName } from '../model/rules';
import { conditions, week, type ScriptedEvent } from '../model/week';
import type { GeneratedFile } from './generatedFile';
import { readChart, type KernelChart, type KernelRow } from './kernelChart';

const isLabRegion = (region: Region): boolean => (labRegions as readonly Region[]).includes(region);
const isProtection = (region: Region): boolean => region === 'protection';

/** A call of a rule; the index is left out where the rule has no use for it. */
function call(name: string, index: string): string {
  const rule = { ...guards, ...actions }[name as GuardName] as unknown as { length: number };
  return rule.length > 1 ? `${name}(lab, ${index})` : `${name}(lab)`;
}

function guardCall(row: KernelRow, index: string): string | null {
  return row.guard === null ? null : call(row.guard, index);
}

class KernelWriter {
  readonly #chart: KernelChart;
  readonly #lines: string[] = [];
  #depth = 0;

  constructor(chart: KernelChart) {
    this.#chart = chart;
  }

  line(text: string): void {
    if (text.startsWith('}')) this.#depth--;
    this.#lines.push(text === '' ? '' : '  '.repeat(this.#depth) + text);
    if (text.endsWith('{')) this.#depth++;
  }

  text(): string {
    return this.#lines.join('\n') + '\n';
  }

  rowNumber(row: KernelRow): number {
    return this.#chart.rows.indexOf(row);
  }

  /** Does any row of the event change a state? */
  moves(event: string): boolean {
    return this.#chart.rows.some((row) => row.event === event && row.from !== row.to);
  }

  regionsAnswering(event: string): Region[] {
    return [...new Set(this.#chart.rows.filter((row) => row.event === event).map((row) => row.region))];
  }

  rowsOf(event: string, region: Region): KernelRow[] {
    return this.#chart.rows.filter((row) => row.event === event && row.region === region);
  }

  /** `switch` over the states that answer; in each, the first row whose guard holds. */
  select(event: string, region: Region, state: string, index: string, take: (row: KernelRow) => void): void {
    const rows = this.rowsOf(event, region);
    this.line(`switch (${state}) {`);
    for (const from of new Set(rows.map((row) => row.from))) {
      this.line(`case ${from}: {`);
      let first = true;
      let open = false;
      for (const row of rows.filter((candidate) => candidate.from === from)) {
        const guard = guardCall(row, index);
        if (guard !== null) this.line(`${first ? '' : '} else '}if (${guard}) {`);
        else if (!first) this.line('} else {');
        open = guard !== null || !first;
        take(row);
        first = false;
      }
      if (open) this.line('}');
      this.line('break;');
      this.line('}');
    }
    this.line('}');
  }

  record(row: KernelRow, index: string): void {
    this.line(`if (lab.log !== null) record(lab, ${this.rowNumber(row)}, ${index});`);
  }

  act(row: KernelRow, index: string): void {
    for (const name of row.actions) this.line(`${call(name, index)};`);
  }

  enter(row: KernelRow, index: string): void {
    if (row.from === row.to) return;
    const { region } = row;
    if (isLabRegion(region)) {
      this.line(`lab.${region} = ${row.to};`);
      const offset = stateOffset(region, 0);
      this.line(`move(lab, occupancy, ${offset + row.from}, ${offset + row.to});`);
      return;
    }
    this.line(`enter${region.charAt(0).toUpperCase()}${region.slice(1)}(lab, ${index}, ${row.to});`);
    const base = isProtection(region) ? 'protectionOffset' : `${region}Offset`;
    this.line(`move(lab, occupancy, ${base}[${index}]! + ${row.from}, ${base}[${index}]! + ${row.to});`);
  }

  /** An event only one of the lab's own regions answers: select and act at once. */
  writeAlone(event: string, region: Region): void {
    this.select(event, region, `lab.${region}`, '0', (row) => {
      this.record(row, '0');
      this.act(row, '0');
      this.enter(row, '0');
    });
  }

  /** Several regions answer: all choose on the lab as it was, then all act, then all enter their states. */
  writeTogether(event: string, regions: readonly Region[]): void {
    const rows = this.#chart.rows.filter((row) => row.event === event);
    const take = (index: string) => (row: KernelRow) => {
      this.line(`takenRow[taken] = ${this.rowNumber(row)};`);
      this.line(`takenIndex[taken++] = ${index};`);
    };
    this.line('let taken = 0;');
    if (!regions.every(isLabRegion)) this.line('const { levels } = lab.setup;');
    for (const region of regions) {
      if (isLabRegion(region)) {
        this.select(event, region, `lab.${region}`, '0', take('0'));
        continue;
      }
      this.line(`for (let i = 0; i < ${isProtection(region) ? '2 * levels' : 'levels'}; i++) {`);
      this.select(event, region, `lab.${region}[i]`, 'i', take('i'));
      this.line('}');
    }
    this.line('if (taken === 0) return;');
    this.line('if (lab.log !== null) {');
    this.line('for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);');
    this.line('}');
    this.forTaken(
      rows.filter((row) => row.actions.length > 0),
      (row) => this.act(row, 'i'),
    );
    this.forTaken(
      rows.filter((row) => row.from !== row.to),
      (row) => this.enter(row, 'i'),
    );
  }

  forTaken(rows: readonly KernelRow[], write: (row: KernelRow) => void): void {
    if (rows.length === 0) return;
    this.line('for (let t = 0; t < taken; t++) {');
    if (!rows.every((row) => isLabRegion(row.region))) this.line('const i = takenIndex[t]!;');
    this.line('switch (takenRow[t]) {');
    for (const row of rows) {
      this.line(`case ${this.rowNumber(row)}: {`);
      write(row);
      this.line('break;');
      this.line('}');
    }
    this.line('}');
    this.line('}');
  }

  writeEvent(event: string): void {
    this.line('');
    this.line(`function ${event}(lab: Lab${this.moves(event) ? ', occupancy: Int32Array' : ''}): void {`);
    const regions = this.regionsAnswering(event);
    const [region] = regions;
    if (region !== undefined && regions.length === 1 && isLabRegion(region)) this.writeAlone(event, region);
    else this.writeTogether(event, regions);
    this.line('}');
  }

  /** Whether the only region that answers an event is in a state in which it does; empty: not that simple. */
  stateCondition(event: string): string {
    const [region, ...others] = this.regionsAnswering(event);
    if (region === undefined || others.length > 0 || !isLabRegion(region)) return '';
    const states = new Set(this.rowsOf(event, region).map((row) => row.from));
    if (states.size === regionStates[region].length) return '';
    return [...states].map((state) => `lab.${region} === ${state}`).join(' || ');
  }

  #condition({ event, when }: ScriptedEvent): string {
    const state = this.stateCondition(event);
    if (when === undefined) return state;
    if (state === '') return `${when}(lab)`;
    return `${state.includes('||') ? `(${state})` : state} && ${when}(lab)`;
  }

  writeWeek(): void {
    this.line('');
    this.line('/** One week of the lab: its seven phases, in order. `occupancy`: see `move`. */');
    this.line('export function simulateWeek(lab: Lab, occupancy: Int32Array): void {');
    let phase = '';
    for (const step of week) {
      if (step.phase !== phase) this.line(`// ${step.phase}`);
      phase = step.phase;
      const wholeLab = this.#chart.wholeLab.get(step.event);
      const calls =
        wholeLab === undefined
          ? [`${step.event}(lab${this.moves(step.event) ? ', occupancy' : ''})`]
          : wholeLab.map((name) => call(name, '0'));
      const condition = this.#condition(step);
      for (const text of calls) this.line(`${condition === '' ? '' : `if (${condition}) `}${text};`);
    }
    this.line('}');
  }
}

function importsOf(names: ReadonlySet<string>): string[] {
  return Object.entries(ruleModules).flatMap(([module, exported]) => {
    const wanted = Object.keys(exported)
      .filter((name) => names.has(name))
      .sort();
    return wanted.length === 0 ? [] : [`import { ${wanted.join(', ')} } from '../model/${module}';`];
  });
}

/** The text of src/engine/kernel.gen.ts for this machine. */
export function kernelSource(machine: AnyStateMachine = labMachine(MOST_LEVELS)): string {
  const chart = readChart(machine);
  const names = new Set([
    ...chart.rows.flatMap((row) => [...(row.guard === null ? [] : [row.guard]), ...row.actions]),
    ...[...chart.wholeLab.values()].flat(),
    ...Object.keys(conditions),
  ]);
  const out = new KernelWriter(chart);
  const events = [...new Set(chart.rows.map((row) => row.event))];
  const manyRegions = (['capability', 'warning', 'protection'] as const).filter((region) =>
    chart.rows.some((row) => row.region === region),
  );

  out.line('// Generated from src/model/labMachine.ts by `npm run generate`. Do not edit.');
  out.line('// One function for each event of the statechart; guards and actions are the model’s own.');
  for (const line of importsOf(names)) out.line(line);
  out.line(`import { logEntry, type LoggedRow } from '../model/evidence';`);
  out.line(`import type { Lab } from '../model/lab';`);
  out.line(`import { enterCapability, enterProtection, enterWarning, leaveTrail } from '../model/register';`);
  out.line(`import { stateOffset, MOST_LEVELS } from '../model/regions';`);
  out.line('');
  out.line('/** Every row of the statechart, by number. */');
  out.line('export const rows: readonly LoggedRow[] = [');
  for (const row of chart.rows) {
    const states = regionStates[row.region];
    const guard = row.guard === null ? 'null' : `'${row.guard}'`;
    const [from = '', to = ''] = [states[row.from], states[row.to]];
    out.line(
      `  { event: '${row.event}', region: '${row.region}', from: '${from}', to: '${to}', guard: ${guard} },`,
    );
  }
  out.line('];');
  out.line('');
  for (const region of manyRegions) {
    const size = isProtection(region) ? '2 * MOST_LEVELS' : 'MOST_LEVELS';
    out.line(
      `const ${region}Offset = Uint8Array.from({ length: ${size} }, (_, i) => stateOffset('${region}', i));`,
    );
  }
  out.line('');
  out.line('/** Rows taken on the event at hand, and for which instance of their region. */');
  out.line(
    `const instances = ${labRegions.length} + ${levelRegions.length + protectionKinds.length} * MOST_LEVELS;`,
  );
  out.line('const takenRow = new Uint8Array(instances);');
  out.line('const takenIndex = new Uint8Array(instances);');
  out.line('');
  out.line('function record(lab: Lab, row: number, index: number): void {');
  out.line('lab.log!.push(logEntry(lab, rows[row]!, index));');
  out.line('}');
  out.line('');
  out.line('/**');
  out.line(
    ' * A region changes its state. `occupancy` counts, for each week and state (`stateOffset`), runs that come to',
  );
  out.line(' * be in the state in that week less those that leave it.');
  out.line(' */');
  out.line('function move(lab: Lab, occupancy: Int32Array, from: number, to: number): void {');
  out.line('const row = lab.week * lab.stateCount;');
  out.line('occupancy[row + from] = occupancy[row + from]! - 1;');
  out.line('occupancy[row + to] = occupancy[row + to]! + 1;');
  out.line('leaveTrail(lab, to);');
  out.line('}');
  for (const event of events) out.writeEvent(event);
  out.line('');
  out.line('/** Week 0: what is there from the start. */');
  out.line('export function beginRun(lab: Lab, occupancy: Int32Array): void {');
  out.line('begin(lab, occupancy);');
  out.line('}');
  out.writeWeek();
  return out.text();
}

export function generateKernel(): GeneratedFile[] {
  return [{ path: 'src/engine/kernel.gen.ts', text: kernelSource() }];
}
