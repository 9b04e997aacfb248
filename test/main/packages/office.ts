import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import type { How, Manifest, ManifestLine, SealOrder, Source } from '../../../main/packages/engine.ts'

export const passphrase = Buffer.from('Kd7mW-xR4nT-bQ9zF-hV3cP-yJ6sG')
export const never: How = { signal: new AbortController().signal, onProgress: () => {} }

/** A folder of its own for each test, gone afterwards. */
export function shelf(under = tmpdir()): string {
  const path = mkdtempSync(join(under, 'azukari-pack-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }), 10 * 60_000)
  return path
}

/** What the city handed over: Japanese names, an empty file, an empty folder, one large file that shrinks and one that does not. */
export function cityFiles(folder: string): string {
  const files = join(folder, '受領分')
  put(join(files, '住民票/令和8年度.csv'), '番号,氏名,住所\r\n1,見本 一郎,架空市一丁目\r\n'.repeat(20_000))
  put(join(files, '図面/表ソ①.jpg'), noise(1_500_001, 'drawing'))
  put(join(files, '図面/小.jpg'), noise(5_000, 'small'))
  put(join(files, '空のファイル.txt'), '')
  put(join(files, 'README.txt'), 'three lines\nof plain\nASCII\n')
  mkdirSync(join(files, '空のフォルダー'))
  return files
}

export function put(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** Bytes that nothing can compress, the same each time. */
export function noise(length: number, seed: string): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, i) => createHash('sha512').update(`${seed} ${i}`).digest())
  return Buffer.concat(blocks).subarray(0, length)
}

export function orderFor(sources: Source[], out: string, more: Partial<SealOrder> = {}): SealOrder {
  return { sources, out, password: passphrase, level: 4, names: 'hidden', ...more }
}

/** Every file and folder below, with the hash of its content. */
export function contentOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    found[name.normalize('NFC')] = statSync(path).isDirectory() ? 'folder' : createHash('sha256').update(readFileSync(path)).digest('hex')
  }
  return found
}

/** A manifest as a value that can be compared. */
export async function allOf({ files, folders }: Manifest): Promise<{ files: ManifestLine[]; folders: string[] }> {
  const all: { files: ManifestLine[]; folders: string[] } = { files: [], folders: [] }
  for await (const line of files) all.files.push(line)
  for await (const path of folders) all.folders.push(path)
  return all
}

export const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })

/** A disk on which the nth act that matters fails, once. `failed` tells whether its turn came. */
export function failingAt(nth: number, error: NodeJS.ErrnoException): Disk & { failed: boolean } {
  let acts = 0
  const disk = { ...realDisk, failed: false }
  const act = (): void => {
    if (++acts !== nth) return
    disk.failed = true
    throw error
  }
  const failing = <F extends (...args: never[]) => Promise<unknown>>(does: F): F => (async (...args: Parameters<F>) => { act(); return does(...args) }) as unknown as F
  for (const name of ['link', 'rename', 'mkdir', 'lstat', 'readdir', 'statfs', 'utimes'] as const) Object.assign(disk, { [name]: failing(realDisk[name] as (...args: never[]) => Promise<unknown>) })
  disk.open = async (...args) => {
    act()
    const file = await realDisk.open(...args)
    for (const name of ['read', 'write', 'sync', 'stat', 'utimes'] as const) Object.assign(file, { [name]: failing((file[name] as (...args: never[]) => Promise<unknown>).bind(file)) })
    return file
  }
  return disk
}

export const broken = (code: string): NodeJS.ErrnoException => Object.assign(new Error('the disk says no'), { code })
