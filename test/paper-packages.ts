import { createHash } from 'node:crypto'
import type { PackagePart } from '../core/packages/package.ts'
import type { KeyInHand, Packages, SealOutcome, Unfinished } from '../core/world.ts'

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const nameOf = (path: string) => path.split('/').at(-1) ?? path
const partOf = (name: string, content: string): PackagePart => ({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) })

/** What the next sealing, opening or writing comes to when it is not to succeed, and how much room media have. */
export interface PaperSealing { next: SealOutcome | null; opening: Unfinished | null; writing: Unfinished | null; freeBytes: number; mostFileBytes: number | null }
export const paperSealing = (): PaperSealing => ({ next: null, opening: null, writing: null, freeBytes: 16e9, mostFileBytes: null })

/** Packages of paper: text that says what is inside. The engine that makes real ones has tests of its own. */
export function paperPackages(disk: Map<string, string>, folders: Set<string>, blobs: Map<string, Uint8Array>, sealing: PaperSealing): Packages {
  const open = (path: string, key: KeyInHand | null): { path: string; size: number; sha256: string }[] | Unfinished => {
    if (sealing.opening) return sealing.opening
    const content = disk.get(path)
    if (content === undefined) return { outcome: 'trouble', what: 'package-missing', path }
    if (key?.kind === 'passphrase' && key.passphrase !== 'aaaaa-bbbbb') return { outcome: 'trouble', what: 'wrong-password-or-damaged', path }
    return content.startsWith('sealed: ') && content.endsWith(']') ? JSON.parse(content.slice('sealed: '.length)) as { path: string; size: number; sha256: string }[] : { outcome: 'trouble', what: 'damaged', path }
  }
  return {
    async seal({ items, files, into, fileName, lock }, { signal, onProgress }) {
      onProgress({ phase: 'writing', bytesDone: 0, bytesTotal: 1, filesDone: 0, filesTotal: items.length + files.length })
      if (signal.aborted) return { outcome: 'abandoned' }
      if (sealing.next) return sealing.next
      const path = `${into}/${fileName}`
      if (disk.has(path)) return { outcome: 'trouble', what: 'target-exists', path }
      const all = [
        ...items.map(({ name, size, sha256: hash, blob }) => ({ path: name, size, sha256: blobs.has(blob) ? hash : '' })),
        ...files.map((f) => ({ path: f.name, size: f.size, sha256: sha256(disk.get(f.path) ?? '') })),
      ]
      const content = `sealed: ${JSON.stringify(all)}`
      disk.set(path, content)
      const sealed = { outcome: 'verified' as const, path, bytes: Buffer.byteLength(content), sha256: sha256(content), volumes: [], readBack: 'cached' as const, files: all }
      if (lock.kind === 'passphrase') return { ...sealed, passphrase: 'aaaaa-bbbbb', passphraseBits: 128, letter: null }
      const letter = { path: `${into}/${fileName.replace('.zip', '.key.p7m')}`, content: `for ${lock.certificatePem}` }
      disk.set(letter.path, letter.content)
      return { ...sealed, passphrase: null, passphraseBits: 256, letter: { path: letter.path, ...partOf(nameOf(letter.path), letter.content) } }
    },
    async open({ path, key, into, look }, { signal }) {
      if (signal.aborted) return { outcome: 'abandoned' }
      const files = open(path, key)
      if (!Array.isArray(files)) return files
      await look(`${into}.draft`)
      folders.add(into)
      return { outcome: 'opened', files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), sender: key.kind === 'letter' ? (key.trust[0]?.organisation ?? null) : null }
    },
    async verify({ path, key }, { signal }) {
      if (signal.aborted) return { outcome: 'abandoned' }
      const files = open(path, key)
      if (!Array.isArray(files) && (key || !disk.has(path))) return files
      const part = partOf(nameOf(path), disk.get(path) ?? '')
      return {
        outcome: 'read', bytes: part.bytes, sha256: part.sha256, parts: [part], readBack: 'uncached', sender: null, differences: [],
        contents: key && Array.isArray(files) ? { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), manifest: 'package' } : null,
      }
    },
    async cut({ path, fileName, volumeBytes }) {
      const content = disk.get(path)
      if (content === undefined) return { outcome: 'trouble', what: 'package-missing', path }
      const pieces = Array.from({ length: Math.ceil(content.length / volumeBytes) }, (_, i) => content.slice(i * volumeBytes, (i + 1) * volumeBytes))
      return { outcome: 'cut', sha256: sha256(content), volumes: pieces.map((piece, i) => partOf(`${fileName}.${String(i + 1).padStart(3, '0')}`, piece)) }
    },
    async write({ files, into }, { signal, onProgress }) {
      onProgress({ phase: 'writing', bytesDone: 0, bytesTotal: 1, filesDone: 0, filesTotal: files.length })
      if (signal.aborted) return { outcome: 'abandoned' }
      if (sealing.writing) return sealing.writing
      for (const { from, at, bytes, sha256: hash, name } of files) {
        const piece = (disk.get(from) ?? '').slice(at, at + bytes)
        if (sha256(piece) !== hash) return { outcome: 'trouble', what: 'source-changed', path: from }
        disk.set(`${into}/${name}`, piece)
      }
      return { outcome: 'written', readBack: 'uncached' }
    },
    async sweep(folder, names) {
      for (const path of disk.keys()) if (path.endsWith('.part') && names.some((name) => path.startsWith(`${folder}/${name}.`))) disk.delete(path)
    },
    room: async (folder) => (folders.has(folder) ? { freeBytes: sealing.freeBytes, mostFileBytes: sealing.mostFileBytes } : null),
  }
}
