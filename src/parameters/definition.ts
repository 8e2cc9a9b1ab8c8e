/**
 * What the registry says about one parameter. Numbers are in the parameter's own unit; every sentence a
 * person reads about it is in the messages, under the same id.
 */

/** METR's five components of a policy, plus the world nobody chooses and the rules of the report. */
export type Component =
  'world' | 'limits' | 'protections' | 'evaluation' | 'response' | 'accountability' | 'report';

/** The closed list of units. "doublings" are log2 of effective compute or of a task's length. */
export type Unit =
  | 'weeks'
  | 'doublings'
  | 'doublings/year'
  | 'doublings/√year'
  | 'fraction'
  | 'probability'
  | '1/year'
  | '1/year per doubling'
  | 'factor'
  | 'count'
  | 'log sd'
  | 'text'
  | 'choice'
  | 'yes/no'
  | 'path';

/**
 * How a value changes when every quantity in doublings is doubled and the weeks must stay the same:
 * times two, squared (multiples), halved (rates per doubling), or not at all.
 */
export type ScalesAs = 'doublings' | 'square' | 'half' | 'none';

/**
 * Where a default comes from: a range with sources, an assumption nobody has measured (with a range worth
 * trying, where one was argued for), or a choice that a policy or a user makes and that no fact decides.
 */
export type Evidence =
  | {
      readonly basis: 'sourced';
      readonly low: number;
      readonly central: number;
      readonly high: number;
      readonly sources: readonly [string, ...string[]];
    }
  | { readonly basis: 'assumption'; readonly low?: number; readonly high?: number }
  | { readonly basis: 'choice'; readonly sources?: readonly [string, ...string[]] };

interface Definition {
  readonly component: Component;
  readonly unit: Unit;
  readonly scalesAs: ScalesAs;
  readonly evidence: Evidence;
}

export interface NumberDefinition extends Definition {
  readonly kind: 'number';
  /** Absent where every scenario must say its own (a danger point). */
  readonly default?: number | null;
  /** Smallest and largest input, both allowed. */
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
  /** May also be given as {low, mode, high}: each run then draws its own value. */
  readonly uncertain?: true;
  /** May be null, which the messages explain. */
  readonly nullable?: true;
  /** 0 is allowed even below `min`, or has a meaning of its own, which the messages explain. */
  readonly specialZero?: true;
  /** The part of the range a slider offers; the whole range where absent. */
  readonly slider?: readonly [number, number];
  /** Slider and spin-button step; the default lies on the grid of steps from 0. */
  readonly step: number;
}

export interface ChoiceDefinition extends Definition {
  readonly kind: 'choice';
  readonly default: string;
  readonly choices: readonly [string, string, ...string[]];
}

export interface FlagDefinition extends Definition {
  readonly kind: 'flag';
  readonly default: boolean;
}

export interface TextDefinition extends Definition {
  readonly kind: 'text';
  /** Longest text, in UTF-16 units; the shortest is one. */
  readonly maxLength: number;
}

export interface HistoryDefinition extends Definition {
  readonly kind: 'history';
  readonly default: null;
  readonly maxPoints: number;
  /** Largest week of a point. */
  readonly maxWeek: number;
  /** Smallest and largest capability of a point, in doublings. */
  readonly min: number;
  readonly max: number;
  /** Longest label of a point. */
  readonly maxLength: number;
}

export type ParameterDefinition =
  NumberDefinition | ChoiceDefinition | FlagDefinition | TextDefinition | HistoryDefinition;

/** A triangular distribution; low ≤ mode ≤ high, all three may be equal. */
export interface Triangular {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A number everyone shares, or one drawn anew by each run. */
export type Uncertain = number | Triangular;

/** One recorded point: capability in doublings from that week on, and what it was (a model's name). */
export interface HistoryPoint {
  readonly week: number;
  readonly capability: number;
  readonly label: string;
}

/** The type of a parameter's value in a scenario. */
export type ValueOf<D> = D extends { kind: 'number' }
  ? (D extends { uncertain: true } ? Uncertain : number) | (D extends { nullable: true } ? null : never)
  : D extends { kind: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : D extends { kind: 'flag' }
      ? boolean
      : D extends { kind: 'text' }
        ? string
        : D extends { kind: 'history' }
          ? readonly HistoryPoint[] | null
          : never;

type Under<Definitions, Head extends string> = {
  readonly [Id in keyof Definitions as Id extends `${Head}.${infer Rest}` ? Rest : never]: Definitions[Id];
};

/** The object a set of dotted ids describes: {'gates.release': flag} becomes {gates: {release: boolean}}. */
export type Nested<Definitions> = {
  readonly [
    Id in keyof Definitions as Id extends `${infer Head}.${string}` ? Head : Id
  ]: Id extends `${infer Head}.${string}` ? Nested<Under<Definitions, Head>> : ValueOf<Definitions[Id]>;
};
