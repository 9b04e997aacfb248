import { join } from 'node:path'
import type { Instant } from '../../core/time.ts'
import type { Post } from '../../core/world.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { isFolder } from '../files/save.ts'
import { isFull } from '../files/take.ts'
import { writeWhole } from '../files/write-whole.ts'
import { compose, readEnclosures } from './compose.ts'
import { PATIENCE, type Patience } from './connection.ts'
import { submit } from './submit.ts'
import { tryServer } from './try-server.ts'

export interface PostOptions {
  now: () => Instant
  /** Something long begins; its signal calls it off when the vault is locked. */
  begin?: () => { signal: AbortSignal; end(): void }
  disk?: Disk
  patience?: Patience
}

/**
 * E-mails: as drafts in files (RFC 5322, `X-Unsent: 1` so that mail programs open them for sending), or over the office's own server and no
 * other host. They are not signed: a mail program rewrites headers, and the attachment is sealed anyway.
 */
export function realPost({ now, begin = unhurried, disk = realDisk, patience = PATIENCE }: PostOptions): Post {
  return {
    async writeDraft(order) {
      const path = join(order.folder, order.fileName)
      if (!(await isFolder(order.folder, disk))) return { outcome: 'folder-missing', path: order.folder }
      const attached = await readEnclosures(order, disk)
      if ('changed' in attached) return { outcome: 'attachment-changed', path: attached.changed }
      const bytes = await compose(order, attached, now(), { headers: { 'X-Unsent': '1' } })
      try {
        await writeWhole(path, [bytes], new AbortController().signal, { existing: 'refuse', disk })
        return { outcome: 'written', path, sha256: sha256Hex(bytes) }
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
        if (isFull(error)) return { outcome: 'disk-full', path }
        throw error
      }
    },

    async send({ server, replyTo, messageId, ...letter }, { signal, onProgress }) {
      const attached = await readEnclosures(letter, disk)
      if ('changed' in attached) return { outcome: 'attachment-changed', path: attached.changed }
      const bytes = await compose(letter, attached, now(), { messageId, ...(replyTo === null ? {} : { replyTo }) })
      const work = begin()
      try {
        return await submit({ server, from: letter.from.address, to: letter.to, bytes }, { signal: AbortSignal.any([signal, work.signal]), onProgress }, patience)
      } finally {
        work.end()
      }
    },

    async tryServer(server) {
      const work = begin()
      try {
        return await tryServer(server, work.signal, patience)
      } finally {
        work.end()
      }
    },
  }
}

const unhurried = (): ReturnType<NonNullable<PostOptions['begin']>> => ({ signal: new AbortController().signal, end: () => {} })
