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
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }).map(([name, allowed]) => `${name} ${allowed}`).join('; ')
}
