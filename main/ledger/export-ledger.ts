import { createPublicKey } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal, worldly } from '../../core/refusal.ts'
import type { How, Ledger } from '../../core/world.ts'
import { toHex } from '../../crypto/digest.ts'
import { codeOf, realDisk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts, syncFolder } from '../files/draft.ts'
import { type Book, rowsOf } from './book.ts'
import { openCheckpoint, storedCheckpoints } from './checkpoints.ts'
import { checkScript, exportReadme } from './export-words.ts'

type Exported = Awaited<ReturnType<Ledger['exportTo']>>
type Progress = How<{ done: number; total: number }>

const AT_ONCE = 500

/**
 * Writes the ledger up to `checkpoint` into a new folder, whole or not at all: the entries as they were hashed, the
 * checkpoint, the proofs (RFC 6962), the public key, and how to check it all without this program.
 * Refuses a folder that exists, one whose parent does not, and a full disk. Throws the signal's reason when cancelled.
 */
export async function exportLedger(book: Book, checkpoint: string, folder: string, how: Progress): Promise<Exported> {
  const { size, root } = openCheckpoint(book, checkpoint)
  if (!(await exists(dirname(folder)))) throw refused('folder-missing', dirname(folder))
  if (await exists(folder)) throw refused('target-exists', folder)
  await sweepDrafts(folder)
  const draft = draftName(folder)
  try {
    await realDisk.mkdir(draft, { mode: 0o700 })
    const contents: Record<string, () => AsyncIterable<string> | Iterable<string>> = {
      'entries.ndjson': () => entryLines(book, size, how),
      'checkpoint.txt': () => [checkpoint],
      'proofs.ndjson': () => proofLines(book, size, how.signal),
      'public-key.pem': () => [createPublicKey(book.key).export({ type: 'spki', format: 'pem' }).toString()],
      'check.py': () => [checkScript],
      'README.txt': () => [exportReadme({ log: book.log, size, root: toHex(root) })],
    }
    for (const [name, content] of Object.entries(contents)) await writeSynced(join(draft, name), content(), how.signal)
    await syncFolder(draft)
    await settleDraft(draft, folder, 'refuse')
    return { files: Object.keys(contents).map((name) => join(basename(folder), name)), size, root: toHex(root) }
  } catch (error) {
    await realDisk.rm(draft, { recursive: true, force: true })
    if (codeOf(error) === 'ENOSPC') throw refused('disk-full', folder)
    if (codeOf(error) === 'EEXIST') throw refused('target-exists', folder)
    throw error
  }
}

async function* entryLines(book: Book, size: number, { signal, onProgress }: Progress): AsyncGenerator<string> {
  for (let from = 0; from < size; from += AT_ONCE) {
    signal.throwIfAborted()
    const rows = rowsOf(book.db, from, Math.min(AT_ONCE, size - from))
    // The entries are JSON and JSON has no bare newline, so a line is an entry.
    yield rows.map(({ bytes }) => `${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')}\n`).join('')
    onProgress({ done: from + rows.length, total: size })
    await breathe()
  }
}

/** First the earlier checkpoints with the proof that this ledger continues them, then every entry with the proof that it is in. */
async function* proofLines(book: Book, size: number, signal: AbortSignal): AsyncGenerator<string> {
  const tree = book.tree()
  for (const { size: earlier, text } of storedCheckpoints(book.db)) {
    if (earlier > size) break
    yield `${JSON.stringify({ kind: 'consistency', size: earlier, checkpoint: text, proof: tree.consistencyProof(earlier, size).map(toHex) })}\n`
  }
  for (let from = 0; from < size; from += AT_ONCE) {
    signal.throwIfAborted()
    const rows = rowsOf(book.db, from, Math.min(AT_ONCE, size - from))
    yield rows.map(({ seq, leaf }) => `${JSON.stringify({ kind: 'inclusion', seq, leafHash: toHex(leaf), proof: tree.inclusionProof(seq, size).map(toHex) })}\n`).join('')
    await breathe()
  }
}

async function writeSynced(path: string, content: AsyncIterable<string> | Iterable<string>, signal: AbortSignal): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of content) {
      signal.throwIfAborted()
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

function refused(code: 'folder-missing' | 'target-exists' | 'disk-full', path: string): Refusal {
  return new Refusal([worldly(code, { path })])
}
