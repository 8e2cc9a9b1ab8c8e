import { spawnSync } from 'node:child_process';
import { createSiteServer, listen } from '../../src/build/serve';

/** The site while it is served. */
export interface ServedSite {
  readonly folder: string;
  readonly address: string;
  readonly close: () => void;
}

/** Serves a built site; without a folder the present one, built first. */
export async function serveSite(folder?: string): Promise<ServedSite> {
  if (folder === undefined) {
    const built = spawnSync('npm', ['run', '--silent', 'build:site'], { stdio: 'inherit' });
    if (built.status !== 0) throw new Error('The site cannot be built');
  }
  const served = folder ?? 'dist/site';
  const server = createSiteServer(served);
  const address = await listen(server, 0);
  return {
    folder: served,
    address,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
