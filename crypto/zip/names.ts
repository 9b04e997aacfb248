import { hash, randomBytes } from 'node:crypto'
import type { Entry } from './directory.ts'
import { collisionKey, type NameObjection, objectionsToName } from './entry-name.ts'
import { PackageProblem } from './problem.ts'

const DANGEROUS: readonly NameObjection[] = ['empty', 'absolute', 'climbs-out', 'backslash', 'drive-or-stream', 'control-character', 'direction-override', 'not-unicode']

/** The names seen so far in a container. Refuses one that could leave the folder, deceive, or meet another name on some disk. */
export class Names {
  readonly #seen = new Digests()
  #folder = ''

  add({ name, kind }: Pick<Entry, 'name' | 'kind'>): void {
    refuseName(name, kind)
    const key = collisionKey(name)
    // A file that is also a folder of others would be two things at once.
    if (this.#seen.add(key, kind === 'file' ? 'file' : 'folder') === 'collides') throw new PackageProblem('duplicate-name', { path: name })
    const folder = key.slice(0, Math.max(0, key.lastIndexOf('/')))
    // Neighbours mostly lie in the same folder, whose own ancestors have been seen with it.
    if (folder === this.#folder) return
    for (const ancestor of ancestors(key)) if (this.#seen.add(ancestor, 'folder') === 'collides') throw new PackageProblem('duplicate-name', { path: ancestor })
    this.#folder = folder
  }
}

function refuseName(name: string, kind: Entry['kind']): void {
  if (kind === 'link') throw new PackageProblem('hostile-name', { path: name, objections: ['link'] })
  const objections = objectionsToName(name)
  if (objections.length === 0) return
  const hostile = objections.some((objection) => DANGEROUS.includes(objection))
  throw new PackageProblem(hostile ? 'hostile-name' : 'name-not-portable', { path: name, objections })
}

function* ancestors(path: string): Generator<string> {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) yield path.slice(0, at)
}

/**
 * Two hundred thousand names as text weigh tens of megabytes; here each is 63 bits of a digest that nobody outside can foretell (it is
 * salted anew each time), in a table with open addressing. Two names of a million share theirs by chance once in ten million packages.
 */
class Digests {
  readonly #salt = randomBytes(16).toString('hex')
  #slots = new Uint32Array(2 * 1024)
  #count = 0

  /** `collides` unless both this one and all of the same name before it are folders. */
  add(name: string, kind: 'file' | 'folder'): 'new' | 'collides' | 'same folder' {
    const digest = hash('sha256', this.#salt + name, 'buffer')
    // The lowest bit says what it is; a pair of zeros is a free slot.
    const low = ((digest.readUInt32LE(0) & ~1) | (kind === 'file' ? 1 : 0)) >>> 0
    const high = digest.readUInt32LE(4) || 1
    const at = place(this.#slots, low, high)
    if (this.#slots[at + 1] !== 0) return kind === 'file' || (this.#slots[at]! & 1) === 1 ? 'collides' : 'same folder'
    this.#slots[at] = low
    this.#slots[at + 1] = high
    if (++this.#count * 4 > this.#slots.length) this.#grow()
    return 'new'
  }

  /** At most half full, so that a free slot is never far. */
  #grow(): void {
    const wider = new Uint32Array(this.#slots.length * 2)
    for (let from = 0; from < this.#slots.length; from += 2) {
      const [low, high] = [this.#slots[from]!, this.#slots[from + 1]!]
      if (high === 0) continue
      const at = place(wider, low, high)
      wider[at] = low
      wider[at + 1] = high
    }
    this.#slots = wider
  }
}

/** Where this digest stands, or the free slot where it belongs. */
function place(slots: Uint32Array, low: number, high: number): number {
  let at = ((low >>> 1) * 2) % slots.length
  while (slots[at + 1] !== 0 && (slots[at + 1] !== high || ((slots[at]! ^ low) & ~1) !== 0)) at = (at + 2) % slots.length
  return at
}
