import type { Plugin } from 'vite';

/**
 * The page may load only its own files, send nothing anywhere and turn no string into script.
 *
 * Trusted Types policies: `rsp` is made in src/app/createWorker.ts (worker addresses), `svelte-trusted-html` by
 * Svelte's runtime for its compiled templates. Each is made once; a second one of the same name is refused, so a
 * second copy of Svelte in the bundle shows at once.
 * `frame-ancestors` is left out on purpose: the simulator may be embedded in other pages and documents.
 */
const directives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types rsp svelte-trusted-html',
];

/** The policy as one header value; the same text stands in the built page's meta element. */
export const contentSecurityPolicy: string = directives.join('; ');

/**
 * Vite plugin: writes the policy into every built HTML page, first in its head, so that it holds wherever the files
 * are hosted. The development server is left alone, because its hot reloading needs inline styles and scripts.
 */
export function contentSecurityPolicyPlugin(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
