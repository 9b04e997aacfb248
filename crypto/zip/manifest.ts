import { PackageProblem } from './problem.ts'

/** What a package holds: every file with its size in bytes, time of change (ms since 1970) and SHA-256 (hex), in order of path. */
export interface Manifest { files: ManifestLine[]; folders?: string[] }
export interface ManifestLine { path: string; size: number; mtime: number; sha256: string }

const FORMAT = 'azukari-package-manifest/1'

/** The last entry of a package. When the sources hold a file of that name, a number is added to ours. */
export function manifestName(taken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'manifest.json' : `manifest-${n}.json`
    if (!taken(name)) return name
  }
}

export const mayBeManifest = (name: string): boolean => /^manifest(-\d+)?\.json$/.test(name)

/** Canonical JSON (RFC 8785), in pieces, so that two hundred thousand lines never stand in memory as one text. */
export function* manifestJson(manifest: Manifest): Generator<Uint8Array> {
  let piece = '{"files":['
  for (const [i, { path, size, mtime, sha256 }] of manifest.files.entries()) {
    piece += `${i === 0 ? '' : ','}${JSON.stringify({ mtime, path, sha256, size })}`
    if (piece.length < 200_000) continue
    yield Buffer.from(piece, 'utf8')
    piece = ''
  }
  yield Buffer.from(`${piece}],"folders":${JSON.stringify(manifest.folders ?? [])},"format":"${FORMAT}"}`, 'utf8')
}

export function manifestBytes(manifest: Manifest): number {
  let bytes = 0
  for (const piece of manifestJson(manifest)) bytes += piece.length
  return bytes
}

/** Reads our manifest; nothing when the file is somebody else's `manifest.json`. One that is nearly ours is damage. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const parsed = parse(bytes)
  if (!isRecord(parsed) || parsed['format'] !== FORMAT) return undefined
  const { files, folders } = parsed
  if (!Array.isArray(files) || !files.every(isLine) || !Array.isArray(folders) || !folders.every((folder) => typeof folder === 'string')) {
    throw new PackageProblem('damaged', { part: 'manifest' })
  }
  return { files, folders }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isLine(line: unknown): line is ManifestLine {
  return isRecord(line) && typeof line['path'] === 'string' && Number.isSafeInteger(line['size']) && typeof line['mtime'] === 'number'
    && typeof line['sha256'] === 'string' && /^[0-9a-f]{64}$/.test(line['sha256'])
}
