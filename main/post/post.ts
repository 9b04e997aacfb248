import { join } from 'node:path'
import MailComposer from 'nodemailer/lib/mail-composer'
import { refusal } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import type { Post } from '../../core/world.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { readSmall } from '../files/look.ts'
import { isFolder } from '../files/save.ts'
import { isFull } from '../files/take.ts'
import { writeWhole } from '../files/write-whole.ts'

type Draft = Parameters<Post['writeDraft']>[0]
interface Attached { name: string; bytes: Uint8Array }

/** What mail servers still carry; base64 makes a third more of it. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024

/**
 * Drafts of e-mails as files (RFC 5322, `X-Unsent: 1` so that mail programs open them for sending). Nothing is sent and
 * nothing fetched from here. Drafts are not signed: a mail program rewrites headers, and the attachment is sealed anyway.
 */
export function realPost({ now, disk = realDisk }: { now: () => Instant; disk?: Disk }): Post {
  return {
    async writeDraft(order) {
      const path = join(order.folder, order.fileName)
      if (!(await isFolder(order.folder, disk))) return { outcome: 'folder-missing', path: order.folder }
      const attached: Attached[] = []
      for (const { path: from, name, sha256 } of [order.attachment, ...(order.letter ? [order.letter] : [])]) {
        const read = await readSmall(from, LARGEST_ATTACHMENT, disk)
        if (read.outcome === 'too-large') throw refusal('too-large', null, null, { path: from, limit: LARGEST_ATTACHMENT })
        // What was verified is what goes out, or nothing does.
        if (read.outcome !== 'read' || sha256Hex(read.bytes) !== sha256) return { outcome: 'attachment-changed', path: from }
        attached.push({ name, bytes: read.bytes })
      }

      const bytes = await compose(order, attached, now())
      try {
        await writeWhole(path, [bytes], new AbortController().signal, { existing: 'refuse', disk })
        return { outcome: 'written', path, sha256: sha256Hex(bytes) }
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
        if (isFull(error)) return { outcome: 'disk-full', path }
        throw error
      }
    },
  }
}

function compose({ from, to, subject, note }: Draft, attached: readonly Attached[], at: Instant): Promise<Buffer> {
  return new MailComposer({
    from, to: [...to], subject, text: note, date: new Date(at),
    headers: { 'X-Unsent': '1' },
    attachments: attached.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes), contentType: name.endsWith('.p7m') ? 'application/pkcs7-mime' : 'application/zip', contentDisposition: 'attachment' as const })),
    disableFileAccess: true, disableUrlAccess: true, newline: 'windows',
  }).compile().build()
}
