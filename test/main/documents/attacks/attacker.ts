import { expect } from 'vitest'
import { sayFinding } from '../../../../core/words/findings.ts'
import type { Trust } from '../../../../core/world.ts'
import { sha256 } from '../../../../crypto/digest.ts'
import type { OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { forge, type Forgery } from '../../../crypto/evidence/forged-cms.ts'
import { readPdf } from '../../../../main/documents/verify/pdf-structure.ts'
import { CMS_ROOM, RANGE_PLACEHOLDER } from '../../../../main/documents/pdf/signature-fields.ts'
import { fillSignature, makeSignable, signedPieces } from '../../../../main/documents/pdf/signed-pdf.ts'
import { readTrust } from '../../../../main/documents/verify/trusted.ts'
import { verifyPdf } from '../../../../main/documents/verify/verify-pdf.ts'

/** The parts of a PDF as somebody with an editor sees them: objects by number, each as the text between `obj` and `endobj`. */
export interface Opened { objects: Map<number, string>; trailer: string }

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** Takes a PDF of ours apart. */
export function open(pdf: Uint8Array): Opened {
  const text = latin1(pdf)
  const read = readPdf(text)
  if ('code' in read) throw new Error(read.code)
  const bodyOf = (from: number, to: number): string => text.slice(text.indexOf('\n', from) + 1, to - '\nendobj\n'.length)
  // In the order in which they lie in the file, which is not that of their numbers.
  const inOrder = [...read.objects.values()].sort((a, b) => a.from - b.from)
  const objects = new Map(inOrder.map(({ number, from, to }) => [number, bodyOf(from, to)]))
  return { objects, trailer: text.slice(text.lastIndexOf('trailer\n') + 'trailer\n'.length, text.lastIndexOf('\nstartxref')) }
}

/** Puts it together again, with a table that fits. */
export function assemble({ objects, trailer }: Opened): Uint8Array {
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n'
  const offsets: string[] = []
  for (const [number, body] of objects) {
    offsets[number - 1] = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const at = text.length
  const size = objects.size + 1
  return bytesOf(`${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n${trailer.replace(/\/Size \d+/, `/Size ${size}`)}\nstartxref\n${at}\n%%EOF\n`)
}

/** Changes what is inside and signs it anew, as only the contractor's own key could: what remains is what it says. */
export function resign(pdf: Uint8Array, edit: (opened: Opened) => void, keys: OrganisationKeys, forgery: Partial<Forgery> | ((digest: Uint8Array) => Partial<Forgery>) = {}, rewriting = (text: string): string => text): Uint8Array {
  const opened = open(pdf)
  edit(opened)
  const number = numberOf(opened, '/Type /Sig\n')
  const unsigned = (opened.objects.get(number) ?? '').replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange ${RANGE_PLACEHOLDER}`).replace(/\/Contents <[0-9a-f]*>/, `/Contents <${'0'.repeat(2 * CMS_ROOM)}>`)
  opened.objects.set(number, unsigned)
  return signedBy(bytesOf(rewriting(latin1(assemble(opened)))), keys, forgery)
}

/** A second signer's software, which signs over whatever is there: the city's field with a value. */
export function counterSignAnything(pdf: Uint8Array, first: Uint8Array, keys: OrganisationKeys): Uint8Array {
  const opened = open(first)
  const field = numberOf(opened, '/T (city)')
  const value = opened.objects.size + 1
  return signedBy(append(pdf, {
    [field]: (opened.objects.get(field) ?? '').replace(/>>$/, `/V ${value} 0 R\n>>`),
    [value]: `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange ${RANGE_PLACEHOLDER}\n/Contents <${'0'.repeat(2 * CMS_ROOM)}>\n/M (D:20261207020000Z)\n>>`,
  }), keys, {})
}

function signedBy(unsigned: Uint8Array, { signing, root }: OrganisationKeys, forgery: Partial<Forgery> | ((digest: Uint8Array) => Partial<Forgery>)): Uint8Array {
  const signable = makeSignable(unsigned)
  const content = Buffer.concat(signedPieces(signable))
  const how = typeof forgery === 'function' ? forgery(sha256(content)) : forgery
  return fillSignature(signable, forge({ content, certificate: signing.certificate, privateKey: signing.privateKey, others: [root.certificate], ...how }))
}

/** The first object that holds these words. */
export function numberOf({ objects }: Opened, words: string): number {
  const [number] = [...objects].find(([, body]) => body.includes(words)) ?? []
  if (number === undefined) throw new Error(`no object with ${words}`)
  return number
}

export function replaceIn(opened: Opened, words: string, change: (body: string) => string): void {
  const number = numberOf(opened, words)
  opened.objects.set(number, change(opened.objects.get(number) ?? ''))
}

export function addObject({ objects }: Opened, body: string): number {
  const number = Math.max(...objects.keys()) + 1
  objects.set(number, body)
  return number
}

/** An incremental update behind the end, as editors write one. */
export function append(pdf: Uint8Array, changed: Record<number, string>, { withTable = true, trailer = '' }: { withTable?: boolean; trailer?: string } = {}): Uint8Array {
  const before = latin1(pdf)
  const old = before.slice(before.lastIndexOf('trailer\n') + 'trailer\n'.length, before.lastIndexOf('\nstartxref'))
  let text = before
  let table = 'xref\n'
  for (const [number, body] of Object.entries(changed)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(before)?.[1] ?? '0'
  if (!withTable) return bytesOf(text)
  return bytesOf(`${text}${table}trailer\n${old.replace(/>>$/, `/Prev ${previous}\n${trailer}>>`)}\nstartxref\n${text.length}\n%%EOF\n`)
}

/** The codes of what was found; signature faults by their own names. Also that each can be said in two languages. */
export function found(pdf: Uint8Array, trust: Trust): string[] {
  const { verification } = verifyPdf('attack.pdf', pdf, readTrust(trust))
  for (const reason of verification.reasons) {
    expect(sayFinding(reason, 'ja')).toMatch(/[ぁ-ん].*。$/)
    expect(sayFinding(reason, 'en')).toMatch(/[a-z].*\.$/)
  }
  expect(verification.verdict === 'refused').toBe(verification.reasons.length > 0)
  return verification.reasons.map(({ code, facts }) => (code === 'signature-refused' ? String(facts['why']) : code))
}

/** Changes one byte after another, each so many behind the last, and answers where the document was believed all the same. */
export function believedThough(pdf: Uint8Array, trust: Trust, apart: number): number[] {
  const believed: number[] = []
  for (let at = 0; at < pdf.length; at += apart) {
    const changed = Uint8Array.from(pdf)
    changed[at] = (changed[at] ?? 0) ^ 0x20
    if (found(changed, trust).length === 0) believed.push(at)
  }
  return believed
}
