import { TILE } from '../../crypto/wipe/tile.ts'

/** Sectors in a row of which the same is to be said. */
export interface Run<Kind> { kind: Kind; lba: number; sectors: number }

/** More are counted and not kept: a drive so far gone needs no list. */
const KEPT = 100_000

/** What was found of which sectors, in whatever order it was found. Of one sector, only what was found first. */
export class SectorRuns<Kind> {
  readonly #byChunk = new Map<number, Run<Kind>[]>()
  readonly #sectorsOfChunk: number
  #pieces = 0
  #sectors = 0
  #notKept = 0

  constructor(sectorBytes: number) {
    this.#sectorsOfChunk = Math.max(1, TILE / sectorBytes)
  }

  /** How many sectors something was found of, all together. */
  get sectors(): number { return this.#sectors }
  /** How many pieces were only counted. */
  get notKept(): number { return this.#notKept }

  add(kind: Kind, lba: number, sectors: number): void {
    for (let at = lba; at < lba + sectors;) {
      const chunk = Math.floor(at / this.#sectorsOfChunk)
      const end = Math.min(lba + sectors, (chunk + 1) * this.#sectorsOfChunk)
      this.#addWithin(chunk, kind, at, end)
      at = end
    }
  }

  has(lba: number): boolean {
    return this.#byChunk.get(Math.floor(lba / this.#sectorsOfChunk))?.some((run) => run.lba <= lba && lba < run.lba + run.sectors) ?? false
  }

  /** In order, neighbours of one kind joined. */
  list(): Run<Kind>[] {
    const out: Run<Kind>[] = []
    for (const chunk of [...this.#byChunk.keys()].toSorted((a, b) => a - b)) {
      for (const run of (this.#byChunk.get(chunk) ?? []).toSorted((a, b) => a.lba - b.lba)) {
        const last = out.at(-1)
        if (last && last.lba + last.sectors === run.lba && last.kind === run.kind) last.sectors += run.sectors
        else out.push({ ...run })
      }
    }
    return out
  }

  #addWithin(chunk: number, kind: Kind, from: number, end: number): void {
    const there = this.#byChunk.get(chunk) ?? []
    for (const [lba, until] of gaps(there, from, end)) {
      this.#sectors += until - lba
      const last = there.at(-1)
      if (last && last.kind === kind && last.lba + last.sectors === lba) last.sectors += until - lba
      else if (this.#pieces >= KEPT) this.#notKept++
      else { there.push({ kind, lba, sectors: until - lba }); this.#pieces++ }
    }
    if (there.length > 0) this.#byChunk.set(chunk, there)
  }
}

/** What of from … end none of these runs covers. */
function gaps<Kind>(runs: readonly Run<Kind>[], from: number, end: number): [number, number][] {
  const out: [number, number][] = []
  let at = from
  for (const { lba, sectors } of runs.toSorted((a, b) => a.lba - b.lba)) {
    if (lba + sectors <= at || lba >= end) continue
    if (lba > at) out.push([at, lba])
    at = Math.max(at, lba + sectors)
  }
  if (at < end) out.push([at, end])
  return out
}
