import type { WipeProgress } from '../../core/wipes/overwrite.ts'

const TELL_EVERY = 200
const OVER = 5_000

type Phase = WipeProgress['phase']

/** Tells how far a run is, how fast, and how long it will take; by a clock that is handed in. */
export class Pace {
  readonly #tell: (progress: WipeProgress) => void
  readonly #now: () => number
  readonly #passes: number
  readonly #badSectors: () => number
  readonly #took = new Map<Phase, { bytes: number; milliseconds: number }>()
  #recent: { at: number; done: number }[] = []
  #told = -Infinity
  #begun = 0
  #later = 0
  #state: { phase: Phase; pass: number; bytesDone: number; bytesTotal: number } = { phase: 'examining', pass: 1, bytesDone: 0, bytesTotal: 0 }

  constructor({ tell, now, passes, badSectors }: { tell: (progress: WipeProgress) => void; now: () => number; passes: number; badSectors: () => number }) {
    this.#tell = tell
    this.#now = now
    this.#passes = passes
    this.#badSectors = badSectors
  }

  /** `done` of `total` bytes are behind us in this phase, and `later` bytes are to come after it. */
  begin(phase: Phase, { pass, done, total, later }: { pass: number; done: number; total: number; later: number }): void {
    this.end()
    this.#state = { phase, pass, bytesDone: done, bytesTotal: total }
    this.#later = later
    this.#begun = this.#now()
    this.#recent = [{ at: this.#begun, done }]
    this.#report(this.#begun)
  }

  did(bytes: number): void {
    this.#state.bytesDone += bytes
    const took = this.#took.get(this.#state.phase) ?? { bytes: 0, milliseconds: 0 }
    this.#took.set(this.#state.phase, { ...took, bytes: took.bytes + bytes })
    const now = this.#now()
    if (now - this.#told < TELL_EVERY) return
    this.#recent.push({ at: now, done: this.#state.bytesDone })
    while (this.#recent.length > 2 && now - (this.#recent[0]?.at ?? now) > OVER) this.#recent.shift()
    this.#report(now)
  }

  /** The phase is over, for whatever reason. */
  end(): void {
    const now = this.#now()
    const took = this.#took.get(this.#state.phase)
    if (took) this.#took.set(this.#state.phase, { ...took, milliseconds: took.milliseconds + now - this.#begun })
    this.#begun = now
    if (this.#state.bytesTotal > 0) this.#report(now)
  }

  /** Bytes a second over the whole of a phase; null if it did not take place. */
  over(phase: Phase): number | null {
    const took = this.#took.get(phase)
    return took && took.milliseconds > 0 ? Math.round((took.bytes * 1000) / took.milliseconds) : null
  }

  #report(now: number): void {
    this.#told = now
    const first = this.#recent[0]
    const seconds = first ? (now - first.at) / 1000 : 0
    const rate = first && seconds >= 1 ? (this.#state.bytesDone - first.done) / seconds : null
    const left = this.#state.bytesTotal - this.#state.bytesDone + this.#later
    this.#tell({ ...this.#state, passes: this.#passes, badSectors: this.#badSectors(), rate: rate && Math.round(rate), secondsLeft: rate ? Math.ceil(left / rate) : null })
  }
}
