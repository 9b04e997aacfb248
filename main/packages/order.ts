import type { Manifest, ManifestLine } from '../../crypto/zip/manifest.ts'

export type { Manifest, ManifestLine } from '../../crypto/zip/manifest.ts'

/** Read as often as one likes until it is closed. A long one lies in an encrypted file that is gone then; one that is forgotten keeps its room on the disk. */
export interface KeptManifest extends Manifest { close(): Promise<void> }

/** A file or folder on disk (its name in the package is `as`, or its own), or a stream whose size and time are known before. */
export type Source = { path: string; as?: string } | StreamSource
export interface StreamSource { name: string; size: number; mtime: number; open(): AsyncIterable<Uint8Array> }

/** `bytes…` count plain bytes while writing, encrypted bytes while verifying; `files…` count files. */
export interface Progress { phase: 'reading' | 'writing' | 'verifying'; bytesDone: number; bytesTotal: number; filesDone: number; filesTotal: number }
export interface How { signal: AbortSignal; onProgress(progress: Progress): void }

export interface SealOrder { sources: Source[]; out: string; password: Uint8Array; level: number; names: 'hidden' | 'visible' }
export interface Sealed { out: string; bytes: number; manifest: KeptManifest }

/** `against`: lines in order of path. `hash`: take the container's own SHA-256, too, from the bytes that are read. */
export interface VerifyOrder { path: string; password: Uint8Array; against?: { files: AsyncIterable<ManifestLine> | Iterable<ManifestLine> }; hash?: boolean }
export interface Verified {
  manifest: KeptManifest
  /** Where `manifest` comes from: the package itself, or (archives of other programs) from what was found in it. */
  manifestFrom: 'package' | 'contents'
  names: 'hidden' | 'visible'
  files: number
  bytes: number
  /** `uncached`: read from the medium. `cached`: this platform or file system let us no further than its cache. */
  readBack: 'uncached' | 'cached'
  /** Of the container as it lies on the medium, in hex, where it was asked for. */
  sha256?: string
  differences: Difference[]
}
/** How content differs from the manifest inside the package, or from the one it was compared `against`. */
export interface Difference { path: string; what: 'missing' | 'unexpected' | 'size' | 'sha256'; from: 'package' | 'against' }

/** `look` sees the whole content before the folder gets its name; when it throws, nothing is taken out. */
export interface OpenOrder { path: string; password: Uint8Array; into: string; look?(folder: string): Promise<void> }
export interface Opened { into: string; files: number; bytes: number; manifest: KeptManifest }
