import type { After } from '../core/wire/pace.ts'

/** The real clock's alarm, for whoever serves a wire. */
export const after: After = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
