import type { WipeEnd } from '../../core/wipes/overwrite.ts'

/** Thrown inside a run to end it before its time; never leaves it. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly end: WipeEnd
  readonly reason: string | null

  constructor(end: WipeEnd, reason: string | null = null) {
    super(end)
    this.end = end
    this.reason = reason
  }
}
