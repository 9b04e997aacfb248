import * as z from 'zod'
import type { Head } from '../../core/world.ts'
import type { Header } from './header.ts'

export interface ManifestPart { name: string; size: number; sha256: string }

const Manifest = z.strictObject({
  format: z.literal('azukari-backup-manifest/1'), generation: z.number().int(), madeAt: z.string(), checkpoint: z.string(),
  head: z.strictObject({ size: z.number().int(), hash: z.string() }),
  parts: z.array(z.strictObject({ name: z.string(), size: z.number().int().nonnegative(), sha256: z.string() })),
})

/** Everything that a backup may hold, by name, in the order in which it comes. Nothing else becomes a file. */
const PARTS = [/^database\/secrets\.jsonl$/, /^database\/entries-\d{12}\.jsonl$/, /^database\/checkpoints\.jsonl$/, /^database\/ledger_views\.jsonl$/, /^secrets\.json$/, /^blobs\/blob-[0-9a-f]{32}$/, /^manifest\.json$/]

/** Where in the order a part stands; null for what no backup of ours holds. */
export function placeOf(name: string): number | null {
  const place = PARTS.findIndex((pattern) => pattern.test(name))
  return place === -1 ? null : place
}

/** The head that the manifest names, when it names exactly these parts and says what the header says; otherwise null. */
export function headIn(bytes: Uint8Array, header: Header, parts: readonly ManifestPart[]): Head | null {
  let said: unknown
  try {
    said = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
  } catch {
    return null
  }
  const { success, data } = Manifest.safeParse(said)
  if (!success) return null
  const isOfHeader = data.generation === header.generation && Date.parse(data.madeAt) === header.madeAt && data.checkpoint === header.checkpoint && data.head.size === header.entries
  const isOfParts = data.parts.length === parts.length && data.parts.every(({ name, size, sha256 }, i) => parts[i]?.name === name && parts[i].size === size && parts[i].sha256 === sha256)
  return isOfHeader && isOfParts ? data.head : null
}
