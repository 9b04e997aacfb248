import MailComposer from 'nodemailer/lib/mail-composer'
import { refusal } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import type { Letter } from '../../core/world.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import type { Disk } from '../files/disk.ts'
import { readSmall } from '../files/look.ts'

/** What mail servers still carry; base64 makes a third more of it. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024

interface Attached { name: string; bytes: Uint8Array }

/** The enclosures' bytes, or the first that is no longer what was verified. */
export async function readEnclosures({ attachment, letter }: Pick<Letter, 'attachment' | 'letter'>, disk: Disk): Promise<Attached[] | { changed: string }> {
  const attached: Attached[] = []
  for (const { path, name, sha256 } of [attachment, ...(letter ? [letter] : [])]) {
    const read = await readSmall(path, LARGEST_ATTACHMENT, disk)
    if (read.outcome === 'too-large') throw refusal('too-large', null, null, { path, limit: LARGEST_ATTACHMENT })
    // What was verified is what goes out, or nothing does.
    if (read.outcome !== 'read' || sha256Hex(read.bytes) !== sha256) return { changed: path }
    attached.push({ name, bytes: read.bytes })
  }
  return attached
}

/** The mail as it stands on the wire (RFC 5322, 2045): seven bits, CRLF, the note as text, and what is enclosed. Headers of its own take no line breaks. */
export function compose({ from, to, subject, note }: Letter, attached: readonly Attached[], at: Instant, more: { headers?: Record<string, string>; replyTo?: string; messageId?: string }): Promise<Buffer> {
  return new MailComposer({
    from, to: [...to], subject, text: note, date: new Date(at), ...more,
    attachments: attached.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes), contentType: name.endsWith('.p7m') ? 'application/pkcs7-mime' : 'application/zip', contentDisposition: 'attachment' as const })),
    disableFileAccess: true, disableUrlAccess: true, newline: 'windows',
  }).compile().build()
}
