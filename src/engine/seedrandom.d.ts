/** The package's main generator by itself. */
declare module 'seedrandom/seedrandom.js' {
  /** Key material: the low bytes of a text. */
  export default function seedrandom(key: string): { int32(): number };
}
