import { createHash } from 'node:crypto'
import type { Head } from '../../core/world.ts'
import { openStream } from '../../crypto/sealed-file.ts'
import type { Disk } from '../files/disk.ts'
import { openFile } from '../files/open-file.ts'
import type { ReadHeader } from './header.ts'
import { headIn, type ManifestPart, placeOf } from './manifest.ts'
import { asBackupProblem, BackupProblem, onBackup } from './problem.ts'
import { type Member, readTar } from './tar.ts'

const READ_BYTES = 1 << 20
const MOST_MANIFEST = 512 << 20

/** Whoever is handed the parts of a backup, one after the other. What it makes of them counts only when `readBackup` returns. */
export interface Taker { take(part: Member): Promise<void> }

/**
 * Opens the body and hands out its parts, each piece authentic; at the end what came must be what the manifest says. Refuses names that no
 * backup of ours holds, parts out of order, and whatever was altered, cut, moved or added. Answers the head that the manifest names.
 */
export async function readBackup(path: string, { header, length }: ReadHeader, key: Uint8Array, taker: Taker, how: { signal: AbortSignal; onBytes(bytes: number): void }, disk: Disk): Promise<Head> {
  const parts: ManifestPart[] = []
  let head: Head | null = null
  try {
    let last = { place: 0, name: '' }
    for await (const member of readTar(openStream(bodyOf(path, length, how, disk), key), path)) {
      const place = placeOf(member.name)
      if (head || place === null || place < last.place || (place === last.place && member.name <= last.name)) throw new BackupProblem('backup-damaged', path)
      last = { place, name: member.name }
      if (member.name === 'manifest.json') {
        head = headIn(await whole(member, path), header, parts)
        if (!head) throw new BackupProblem('backup-damaged', path)
        continue
      }
      const hash = createHash('sha256')
      await taker.take({ ...member, content: (async function* () {
        for await (const piece of member.content) {
          hash.update(piece)
          yield piece
        }
      })() })
      parts.push({ name: member.name, size: member.size, sha256: hash.digest('hex') })
    }
    if (!head) throw new BackupProblem('backup-damaged', path)
    return head
  } catch (error) {
    throw asBackupProblem(error, path)
  }
}

/** The sealed bytes after the header. One buffer for all pieces: each is to be copied before the next is asked for. */
export async function* bodyOf(path: string, from: number, { signal, onBytes }: { signal: AbortSignal; onBytes(bytes: number): void }, disk: Disk): AsyncGenerator<Uint8Array> {
  const file = await onBackup(path, () => openFile(path, disk))
  try {
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES)
    for (let at = from; ;) {
      signal.throwIfAborted()
      const { bytesRead } = await onBackup(path, () => file.read(buffer, 0, buffer.length, at))
      if (bytesRead === 0) return
      at += bytesRead
      onBytes(bytesRead)
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** All of a part that belongs into memory. */
export async function whole({ size, content }: Member, path: string, most = MOST_MANIFEST): Promise<Buffer> {
  if (size > most) throw new BackupProblem('backup-damaged', path)
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
