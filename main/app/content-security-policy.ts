/**
 * What the page may load and run: its own scripts, its own styles and those that carry the nonce. No inline script,
 * no evaluation of text, no connection of its own: all it wants to know it asks through the wire.
 */
export function contentSecurityPolicy(nonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'none'",
    // Said by default-src already, and said again, so that no later change of it opens them.
    'object-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'media-src': "'none'",
    'manifest-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }).map(([name, allowed]) => `${name} ${allowed}`).join('; ')
}
