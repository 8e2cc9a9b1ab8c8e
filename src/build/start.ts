import { build } from 'vite';
import { main as serve } from './serve';

/** Builds the site and serves it until stopped. Flags: those of serve.ts. */
export async function main(args: string[]): Promise<number> {
  console.log('Building the site …');
  await build({ logLevel: 'warn' });
  return serve(args);
}
