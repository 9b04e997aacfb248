import type { OpenSpill } from './pages.ts'
import { asJson, type Counted, type Form, Roll } from './roll.ts'
import { Sorter } from './sorter.ts'

/**
 * What a package holds: every file in order of path, and the empty folders. Lines are read one after the other,
 * as often as one likes; two hundred thousand never stand in memory together.
 */
export interface Manifest { files: Counted<ManifestLine>; folders: Counted<string> }
/** `size` in bytes, `mtime` in ms since 1970, `sha256` in hex. */
export interface ManifestLine { path: string; size: number; mtime: number; sha256: string }

export const MANIFEST_FORMAT = 'azukari-package-manifest/1'
const PIECE_LETTERS = 200_000

/** Ours is the last entry of a package. When the sources hold a file of that name, a number is added to ours. */
export function manifestName(taken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'manifest.json' : `manifest-${n}.json`
    if (!taken(name)) return name
  }
}

export const mayBeManifest = (name: string): boolean => /^manifest(-\d+)?\.json$/.test(name)

// RFC 8785: members in order of name, no blanks.
export const lineForm: Form<ManifestLine> = {
  write: ({ path, size, mtime, sha256 }) => JSON.stringify({ mtime, path, sha256, size }),
  read: (text) => JSON.parse(text) as ManifestLine,
}
const byPath = (a: ManifestLine, b: ManifestLine): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** A manifest while it is being made, line by line. */
export class NewManifest implements Manifest {
  readonly #spill: OpenSpill
  #files: Roll<ManifestLine>
  readonly #folders: Roll<string>
  readonly #size = new ManifestSize()
  #last: ManifestLine | undefined
  #inOrder = true

  constructor(spill: OpenSpill) {
    this.#spill = spill
    this.#files = new Roll(spill, lineForm)
    this.#folders = new Roll<string>(spill, asJson<string>())
  }

  get files(): Counted<ManifestLine> {
    return this.#files
  }

  get folders(): Counted<string> {
    return this.#folders
  }

  async addFile(line: ManifestLine): Promise<void> {
    this.#inOrder &&= this.#last === undefined || byPath(this.#last, line) <= 0
    this.#last = line
    this.#size.addFile(line)
    await this.#files.add(line)
  }

  async addFolder(path: string): Promise<void> {
    this.#size.addFolder(path)
    await this.#folders.add(path)
  }

  /** Of its JSON. */
  get bytes(): number {
    return this.#size.bytes
  }

  /** Other programs' archives come in any order; after this the files are in order of path. */
  async putInOrder(): Promise<Manifest> {
    if (this.#inOrder) return this
    const sorter = new Sorter(this.#spill, lineForm, byPath)
    for await (const line of this.#files) await sorter.add(line)
    this.#files = new Roll(this.#spill, lineForm)
    for await (const line of sorter.inOrder()) await this.#files.add(line)
    this.#inOrder = true
    return this
  }

  /** Canonical JSON (RFC 8785) in pieces. Where a piece ends shows in the compressed bytes, so it is the same for the same content. */
  async *json(): AsyncGenerator<Uint8Array> {
    let piece = '{"files":['
    let begun = false
    for await (const text of this.#files.texts()) {
      piece += begun ? `,${text}` : text
      begun = true
      if (piece.length < PIECE_LETTERS) continue
      yield Buffer.from(piece, 'utf8')
      piece = ''
    }
    piece += '],"folders":['
    begun = false
    for await (const text of this.#folders.texts()) {
      piece += begun ? `,${text}` : text
      begun = true
      if (piece.length < 2 * PIECE_LETTERS) continue
      yield Buffer.from(piece, 'utf8')
      piece = ''
    }
    yield Buffer.from(`${piece}],"format":"${MANIFEST_FORMAT}"}`, 'utf8')
  }
}

/** Bytes of a manifest's JSON, which can be told before any hash is known: they are all of one length. */
export class ManifestSize {
  #bytes = `{"files":[],"folders":[],"format":"${MANIFEST_FORMAT}"}`.length
  #files = 0
  #folders = 0

  addFile(line: Omit<ManifestLine, 'sha256'>): void {
    this.#bytes += Buffer.byteLength(lineForm.write({ ...line, sha256: '0'.repeat(64) })) + (this.#files++ > 0 ? 1 : 0)
  }

  addFolder(path: string): void {
    this.#bytes += Buffer.byteLength(JSON.stringify(path)) + (this.#folders++ > 0 ? 1 : 0)
  }

  get bytes(): number {
    return this.#bytes
  }
}
