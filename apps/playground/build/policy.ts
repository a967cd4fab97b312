import type { Plugin } from 'vite';

/**
 * What the built page may do: load from its own address and nowhere else, compile WebAssembly, show pictures that it made
 * itself. A browser refuses all other requests.
 */
const rules = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Writes the rules into the page. Not while developing, where Vite talks to the page over a socket. */
export function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: rules.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}
