import { constantTimeEqual } from '../../crypto/digest.ts'
import { MerkleTree, rootOf, Tree } from '../../crypto/merkle.ts'
import { LedgerProblem } from './book.ts'
import { type Db, onDisk } from './database.ts'
import { type StoredTile, TILE_HEIGHT, TILE_WIDTH } from './tile.ts'

/** Some ten milliseconds of work. */
const TILES_AT_ONCE = 20

/**
 * The tree over every leaf hash in the table, without reading a million of them: what lies above the tiles is in memory, what lies in a tile is read when it
 * is asked for. A tile that does not have the leaves it was made from is a fork.
 */
export class LedgerTree extends Tree {
  readonly #db: Db
  readonly #above = new MerkleTree()
  #last = new MerkleTree()
  #opened: { tile: number; tree: MerkleTree } | null = null

  private constructor(db: Db) {
    super()
    this.#db = db
  }

  /** Plants the tree; tiles that an older program did not keep are made, once. */
  static over(db: Db, size: number): LedgerTree {
    const tree = new LedgerTree(db)
    const whole = Math.floor(size / TILE_WIDTH)
    fillTiles(db, whole)
    for (const { n, hash } of storedTiles(db)) if (n < whole) tree.#above.append(hash)
    for (const leaf of leavesOf(db, tree.#above.size)) tree.#last.append(leaf)
    return tree
  }

  get size(): number {
    return this.#above.size * TILE_WIDTH + this.#last.size
  }

  append(leaf: Uint8Array): void {
    this.#last.append(leaf)
    if (this.#last.size < TILE_WIDTH) return
    this.#above.append(this.#last.root())
    this.#last = new MerkleTree()
  }

  complete(place: number, k: number): Uint8Array {
    if (k >= TILE_HEIGHT) return this.#above.complete(place, k - TILE_HEIGHT)
    const tile = Math.floor((place * 2 ** k) / TILE_WIDTH)
    return this.#tile(tile).complete(place - tile * 2 ** (TILE_HEIGHT - k), k)
  }

  #tile(tile: number): MerkleTree {
    if (tile === this.#above.size) return this.#last
    if (this.#opened?.tile !== tile) {
      const tree = new MerkleTree()
      for (const leaf of leavesOf(this.#db, tile)) tree.append(leaf)
      if (tree.size !== TILE_WIDTH || !constantTimeEqual(tree.root(), this.#above.complete(tile, 0))) throw new LedgerProblem('ledger-forked')
      this.#opened = { tile, tree }
    }
    return this.#opened.tree
  }
}

export function storedTiles(db: Db): StoredTile[] {
  return db.prepare<[], StoredTile>('SELECT n, hash FROM tiles ORDER BY n').all()
}

/** Keeps the tiles that entry `seq` completes: called within the transaction that appends it. */
export function keepTile(db: Db, seq: number): void {
  if ((seq + 1) % TILE_WIDTH === 0) insertTile(db, (seq + 1) / TILE_WIDTH - 1)
}

function fillTiles(db: Db, count: number): void {
  while (!fillSomeTiles(db, count)) { /* until all are there */ }
}

/** Makes some of the first `count` tiles that are not there; whether none is left. For whoever must not keep others waiting. */
export function fillSomeTiles(db: Db, count: number): boolean {
  if ((db.prepare('SELECT count(*) FROM tiles').pluck().get() as number) >= count) return true
  const there = new Set(db.prepare('SELECT n FROM tiles').pluck().all() as number[])
  const missing = Array.from({ length: count }, (_, n) => n).filter((n) => !there.has(n))
  onDisk(db, () => db.transaction(() => {
    for (const n of missing.slice(0, TILES_AT_ONCE)) insertTile(db, n)
  }).immediate())
  return missing.length <= TILES_AT_ONCE
}

function insertTile(db: Db, n: number): void {
  db.prepare('INSERT INTO tiles (n, hash) VALUES (?, ?)').run(n, rootOf(leavesOf(db, n)))
}

function leavesOf(db: Db, tile: number): Uint8Array[] {
  return db.prepare<[number, number], Uint8Array>('SELECT leaf FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq').pluck().all(tile * TILE_WIDTH, (tile + 1) * TILE_WIDTH) as Uint8Array[]
}
