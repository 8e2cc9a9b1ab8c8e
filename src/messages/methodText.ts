/** The text of the method page, as it is generated from Markdown and from the statechart. */

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'em'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Content = readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: Content }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly Content[] }
  | {
      readonly kind: 'table';
      readonly head: readonly Content[];
      readonly rows: readonly (readonly Content[])[];
    }
  /** Made by the page from what the program knows. */
  | { readonly kind: 'made'; readonly what: string };

/** One transition of the statechart. */
export interface StatechartRow {
  readonly region: string;
  readonly from: string;
  readonly event: string;
  /** The rule that must hold; null: always. */
  readonly guard: string | null;
  /** The state it leads to; null where it stays. */
  readonly to: string | null;
  readonly actions: readonly string[];
}

export interface Method {
  readonly blocks: readonly Block[];
  readonly statechart: readonly StatechartRow[];
}
