import type { LinkParts } from './linkText';

/** Turns a link of the version before into one of the version after. */
export type LinkMigration = (link: LinkParts) => LinkParts;

/**
 * One step a version: the first turns version 1 into 2, and so on. What changes the meaning of links that have been
 * shared needs a step: another key or value of the grammar, another id or unit of a parameter, another level as it is
 * when added. Every step needs frozen links of its version in tests/scenario/fixtures/links.
 */
export const linkMigrations: readonly LinkMigration[] = [];

/** Brings a link from its version, from 1 to chain.length + 1, to the newest one that `chain` leads to. */
export function migrateLink(link: LinkParts, version: number, chain: readonly LinkMigration[]): LinkParts {
  return chain.slice(version - 1).reduce((migrated, step) => step(migrated), link);
}
