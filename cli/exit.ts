/** Exit codes, the same for every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, broken: 70, interrupted: 130 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** The command line was not understood; the message says what was expected. */
export class Usage extends Error {
  override readonly name = 'Usage'
}
