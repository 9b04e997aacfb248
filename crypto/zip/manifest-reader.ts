import { type Manifest, MANIFEST_FORMAT, type ManifestLine, NewManifest } from './manifest.ts'
import type { OpenSpill } from './pages.ts'
import { PackageProblem } from './problem.ts'

/**
 * Reads our manifest as it comes; nothing when the file is somebody else's `manifest.json`. One that is nearly ours is damage.
 * The content is read to its end in any case, because its end says whether it is authentic.
 */
export async function readManifest(content: AsyncIterable<Uint8Array>, spill: OpenSpill): Promise<Manifest | undefined> {
  const manifest = new NewManifest(spill)
  const arrays = new Set<string>()
  let format: unknown
  let sound = true
  const members = new Members()
  for await (const piece of content) {
    for (const { key, kind, text } of members.read(piece)) {
      if (kind === 'array') arrays.add(key)
      else if (kind === 'value') format = key === 'format' ? parse(text) : format
      else if (key === 'files' || key === 'folders') {
        const value = parse(text)
        if (key === 'files' && isLine(value)) await manifest.addFile(value)
        else if (key === 'folders' && typeof value === 'string') await manifest.addFolder(value)
        else sound = false
      }
    }
  }
  if (!members.isWhole || format !== MANIFEST_FORMAT) return undefined
  if (!sound || !arrays.has('files') || !arrays.has('folders')) throw new PackageProblem('damaged', { part: 'manifest' })
  return manifest.putInOrder()
}

/** What stands directly in a JSON object: that a member is an array, each element of such an array, and each value that is neither array nor object. */
interface Member { key: string; kind: 'array' | 'element' | 'value'; text: string }

const MOST_TOKEN_BYTES = 512 * 1024
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN, CLOSE, OPEN_ARRAY, CLOSE_ARRAY] = [...Buffer.from('"\\,:{}[]')] as [number, number, number, number, number, number, number, number]
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Finds the members of one object in pieces of UTF-8, and never holds more than one of them. What is no such object is given up on, silently. */
class Members {
  readonly #token = Buffer.allocUnsafeSlow(MOST_TOKEN_BYTES)
  #filled = 0
  #depth = 0
  #inText = false
  #escaped = false
  #key = ''
  #state: 'reading' | 'whole' | 'given up' = 'reading'

  get isWhole(): boolean {
    return this.#state === 'whole'
  }

  *read(piece: Uint8Array): Generator<Member> {
    for (const byte of piece) {
      if (this.#state === 'given up') return
      if (this.#inText) {
        this.#keep(byte)
        if (this.#escaped) this.#escaped = false
        else if (byte === BACKSLASH) this.#escaped = true
        else if (byte === QUOTE) this.#inText = false
      } else if (!isBlank(byte)) {
        const member = this.#step(byte)
        if (member) yield member
      }
    }
  }

  /** One sign outside of any text. Depth 1 is the object, 2 an array in it, and what is deeper belongs to an element. */
  #step(byte: number): Member | undefined {
    if (this.#state === 'whole' || (this.#depth === 0 && byte !== OPEN)) return this.#giveUp()
    if (this.#depth > 2 || (this.#depth === 2 && byte !== COMMA && byte !== CLOSE_ARRAY)) {
      if (byte === OPEN || byte === OPEN_ARRAY) this.#depth++
      if (byte === CLOSE || byte === CLOSE_ARRAY) this.#depth--
      this.#inText = byte === QUOTE
      return this.#keep(byte)
    }
    if (this.#depth === 2) return this.#endElement(byte)
    if (this.#depth === 1 && byte !== OPEN && byte !== OPEN_ARRAY && byte !== CLOSE && byte !== COMMA && byte !== COLON) {
      this.#inText = byte === QUOTE
      return this.#keep(byte)
    }
    if (this.#depth === 1 && byte === COLON) return this.#beginValue()
    if (this.#depth === 1 && byte === OPEN_ARRAY && this.#filled === 0) {
      this.#depth = 2
      return { key: this.#key, kind: 'array', text: '' }
    }
    if (this.#depth === 0) this.#depth = 1
    else if (byte === CLOSE || byte === COMMA) return this.#endValue(byte)
    // An object within the object: no manifest of ours.
    else this.#giveUp()
    return undefined
  }

  #endElement(byte: number): Member | undefined {
    if (byte === CLOSE_ARRAY) this.#depth = 1
    else if (this.#filled === 0) return this.#giveUp()
    return this.#filled === 0 ? undefined : this.#taken('element')
  }

  #beginValue(): undefined {
    const key = parse(this.#taken('value')?.text ?? '')
    if (typeof key !== 'string') return this.#giveUp()
    this.#key = key
    return undefined
  }

  #endValue(byte: number): Member | undefined {
    if (byte === CLOSE) {
      this.#depth = 0
      this.#state = 'whole'
    }
    return this.#filled === 0 ? undefined : this.#taken('value')
  }

  #taken(kind: Member['kind']): Member | undefined {
    const bytes = this.#token.subarray(0, this.#filled)
    this.#filled = 0
    try {
      return { key: this.#key, kind, text: STRICT.decode(bytes) }
    } catch {
      return this.#giveUp()
    }
  }

  #keep(byte: number): undefined {
    if (this.#filled === MOST_TOKEN_BYTES) return this.#giveUp()
    this.#token[this.#filled++] = byte
    return undefined
  }

  #giveUp(): undefined {
    this.#state = 'given up'
    return undefined
  }
}

const STRICT = new TextDecoder('utf-8', { fatal: true })

/** Something that cannot be parsed is nothing we know. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isLine(line: unknown): line is ManifestLine {
  return isRecord(line) && typeof line['path'] === 'string' && Number.isSafeInteger(line['size']) && typeof line['mtime'] === 'number'
    && typeof line['sha256'] === 'string' && /^[0-9a-f]{64}$/.test(line['sha256'])
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
