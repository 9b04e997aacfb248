import { generateKeyPairSync } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { writeCertificate, writeExtensions, writeName } from '../../../../crypto/certificate.ts'
import { writeAttributes } from '../../../../crypto/cms-structure.ts'
import type { CertifiedKey } from '../../../../crypto/organisation-keys.ts'
import { readCertificate } from '../../../../crypto/read-certificate.ts'
import { addObject, append, assemble, bytesOf, latin1, numberOf, open, replaceIn, resign, type Opened } from './attacker.ts'
import type { Scene } from './scene.ts'

/** Who refuses: our verifier by one of these codes; or nobody who sees only the file, and then the city's ledger. */
export interface Construction {
  readonly family: 'integrity' | 'USF' | 'ISA' | 'SWA' | 'shadow' | 'CMS' | 'attachment' | 'parser' | 'time and state'
  readonly name: string
  readonly found: readonly string[] | 'only the ledger can tell'
  /** Why others accept it, where they do. */
  readonly why?: string
  readonly build: (scene: Scene) => Uint8Array
}

const OTHERS_SEE_ONLY_THE_RANGE = 'they ask whether the signed range was changed, and it was not: what else the file holds they do not ask'
const SIGNED_ITSELF = 'the contractor signed it so itself: only whoever draws the form again from the record sees that the two differ'
const NO_POLICY = 'they check the mathematics, and have no rule for what a signature of ours must and must not hold'
const NO_TRUST = 'poppler speaks of the certificate apart from the signature, and knows neither roots nor parties to a contract'

/** Every construction of the specification's list of 84, in its order. */
export const constructions: readonly Construction[] = [
  // integrity
  one('integrity', 'one byte flipped in the content', ['content-differs'], (s) => flipped(s.pdf, 'BT /F1')),
  one('integrity', 'one byte flipped in the JSON', ['content-differs'], (s) => flipped(s.pdf, '"count":12')),
  one('integrity', 'one byte flipped in the signature', ['signature-wrong', 'not-strict-der', 'not-as-we-write'], (s) => bytesOf(latin1(s.pdf).replace(/([0-9a-f])([0-9a-f]{40})(0+>)/, (_, digit: string, more: string, zeros: string) => `${digit === '0' ? '1' : '0'}${more}${zeros}`))),
  one('integrity', 'one byte flipped in the date', ['content-differs'], (s) => flipped(s.pdf, '/M (D:2026')),
  one('integrity', 'a newline appended', ['pdf-bytes-appended'], (s) => bytesOf(`${latin1(s.pdf)}\n`), OTHERS_SEE_ONLY_THE_RANGE),
  one('integrity', 'the last byte cut', ['pdf-bytes-appended', 'pdf-truncated'], (s) => s.pdf.slice(0, -1)),
  one('integrity', 'junk before the header', ['pdf-not-ours'], (s) => bytesOf(`junk\n${latin1(s.pdf)}`)),
  // universal signature forgery
  one('USF', 'Contents empty', ['pdf-contents-malformed'], (s) => rewrite(s.pdf, (body) => body.replace(/\/Contents <[0-9a-f]+>/, '/Contents <>'))),
  one('USF', 'Contents zero', ['pdf-contents-malformed'], (s) => overwrite(s.pdf, /\/Contents <[0-9a-f]+>/, `/Contents <${'0'.repeat(16384)}>`)),
  one('USF', 'Contents null', ['pdf-contents-malformed'], (s) => rewrite(s.pdf, (body) => body.replace(/\/Contents <[0-9a-f]+>/, '/Contents null'))),
  one('USF', 'Contents renamed', ['pdf-contents-malformed'], (s) => overwrite(s.pdf, /\/Contents </, '/Contentz <')),
  one('USF', 'ByteRange removed', ['pdf-range-wrong'], (s) => overwrite(s.pdf, /\/ByteRange \[[^\]]*\]/, ' ')),
  one('USF', 'ByteRange of nought', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, '[0 0 0 0]')),
  one('USF', 'ByteRange negative', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, '[0 -1 -1 -1]')),
  one('USF', 'ByteRange null', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, 'null')),
  one('USF', 'ByteRange []', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, '[]')),
  one('USF', 'ByteRange that covers nothing', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, `[0 0 ${s.pdf.length} 0]`)),
  one('USF', 'ByteRange with an extra pair', ['pdf-range-wrong'], (s) => overwrite(s.pdf, RANGE, latin1(s.pdf).replace(/^[\s\S]*\/ByteRange (\[0 \d+ \d+ \d+) *\][\s\S]*$/, '$1 0 0]'))),
  one('USF', 'SubFilter swapped', ['pdf-contents-malformed'], (s) => resign(s.pdf, (opened) => replaceIn(opened, '/Type /Sig\n', (body) => body.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached')), s.contractor), NO_POLICY),
  one('USF', 'a field without its value', ['pdf-signatures'], (s) => resign(s.pdf, (opened) => replaceIn(opened, '/T (contractor)', (body) => body.replace(/\/V \d+ 0 R\n/, '')), s.contractor), NO_POLICY),
  // incremental saving
  one('ISA', 'an update that replaces the page\'s content', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, 'BT /F1', (body) => body)), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'an update that replaces the catalogue', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, '/Type /Catalog', (body) => body.replace('/Lang (ja)', '/Lang (en)'))), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'an update that replaces the information', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, '/Creator', (body) => body)), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'objects only, and no table', ['pdf-bytes-appended', 'pdf-updated-later'], (s) => append(s.pdf, { 900: '<<\n>>' }, { withTable: false }), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'a copy of the signature\'s dictionary', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, '/Type /Sig\n', (body) => body)), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'something appended after the counter-signature', ['pdf-updated-later'], (s) => append(s.received, changed(s.pdf, '/Type /Catalog', (body) => body.replace('/Lang (ja)', '/Lang (en)'))), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'an annotation added', ['pdf-updated-later'], (s) => append(s.pdf, { ...changed(s.pdf, '/Type /Page\n', (body) => body.replace('/Annots [', '/Annots [900 0 R ')), 900: '<<\n/Type /Annot\n/Subtype /FreeText\n/Rect [0 0 9 9]\n/Contents (12)\n>>' }), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'an appearance for the city\'s field', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, '/T (city)', (body) => body.replace(/>>$/, '/AP <<\n/N 900 0 R\n>>\n>>'))), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'an evil update between the two signatures', ['pdf-updated-later'], (s) => s.updatedBetween, 'both signatures cover what they say they cover; the first does not cover the update, and nobody asks what it changed'),
  one('ISA', 'validation material (DSS) appended', ['pdf-updated-later'], (s) => append(s.pdf, changed(s.pdf, '/Type /Catalog', (body) => body.replace(/>>$/, '/DSS <<\n>>\n>>'))), OTHERS_SEE_ONLY_THE_RANGE),
  one('ISA', 'a counter-signature by an outsider', ['counter-signature-refused'], (s) => s.receivedByOutsider, NO_TRUST),
  // signature wrapping
  one('SWA', 'a second dictionary in an enlarged gap', ['pdf-duplicate-key', 'pdf-contents-malformed', 'pdf-not-ours'], (s) => inWiderGap(s.pdf, '/Contents <00>\n/Type /Sig\n/ByteRange [0 1 2 3]\n'), 'they trust the range that the file names for itself, and what lies in its gap is read all the same'),
  one('SWA', 'content hidden in an enlarged gap', ['pdf-contents-malformed', 'pdf-not-ours', 'pdf-bytes-unaccounted'], (s) => inWiderGap(s.pdf, '>>\nendobj\n999 0 obj\n<<\n/Type /Page\n/Hidden true\n'), 'they trust the range that the file names for itself, and what lies in its gap is read all the same'),
  one('SWA', 'bytes in the padding of Contents', ['pdf-contents-malformed'], (s) => bytesOf(latin1(s.pdf).replace(/0000>/, 'beef>')), 'they read the message to its own end and never ask what follows it'),
  one('SWA', 'white space inside the hex', ['pdf-contents-malformed', 'pdf-not-ours'], (s) => bytesOf(latin1(s.pdf).replace(/\/Contents <(3082[0-9a-f]*)0>/, (_, hex: string) => `/Contents <${hex.slice(0, 8)} ${hex.slice(8)}>`)), 'the format allows white space there, and nothing else of it is signed'),
  // shadow
  ...signed('shadow', 'a hidden object in the signed base', ['pdf-unreachable-object'], (opened) => { addObject(opened, '<<\n/Type /Page\n>>') }),
  one('shadow', 'hide and replace by an update of the table alone', ['pdf-updated-later'], (s) => hideAndReplace(s), OTHERS_SEE_ONLY_THE_RANGE),
  ...signed('shadow', 'a print other than the JSON', ['pdf-print-differs'], (opened) => replaceIn(opened, 'BT /F1', (body) => body.replace(/<([0-9a-f]{4})([0-9a-f]{4})/, '<$2$1'))),
  ...signed('shadow', 'an action on opening', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/OpenAction <<\n/S /Named\n/N /Print\n>>\n>>'))),
  ...signed('shadow', 'JavaScript', ['pdf-forbidden'], (opened) => replaceIn(opened, '/EmbeddedFiles', (body) => body.replace(/>>$/, '/JavaScript <<\n/Names []\n>>\n>>'))),
  ...signed('shadow', 'an escaped name (/Open#41ction)', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/Open#41ction <<\n/S /JavaScript\n/JS (1)\n>>\n>>'))),
  ...signed('shadow', 'optional content', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/OCProperties <<\n/OCGs []\n>>\n>>'))),
  ...signed('shadow', 'DocMDP missing', ['pdf-certification-missing'], (opened) => replaceIn(opened, '/Type /Sig\n', (body) => body.replace(/\/Reference \[[\s\S]*\]/, '/Reference []'))),
  ...signed('shadow', 'an extra form field', ['pdf-fields', 'pdf-print-differs'], (opened) => {
    const field = addObject(opened, '<<\n/Type /Annot\n/Subtype /Widget\n/FT /Tx\n/T (amount)\n/V (13)\n/Rect [0 0 9 9]\n>>')
    replaceIn(opened, '/SigFlags', (body) => body.replace('/Fields [', `/Fields [${field} 0 R `))
  }),
  // the message
  one('CMS', 'a foreign authority of the same name', ['root-of-the-same-name'], (s) => resign(s.pdf, nothing, s.namesake), NO_TRUST),
  one('CMS', 'the city\'s certificate in the contractor\'s place', ['signer-in-other-place'], (s) => resign(s.pdf, nothing, s.city), 'whether a key may sign this form, only the contract says'),
  one('CMS', 'no ESS reference', ['ess-missing'], (s) => forged(s, (digest) => ({ attributes: writeAttributes(digest, null, s.contractor.signing.certificate).slice(0, 2) })), NO_POLICY),
  one('CMS', 'an ESS reference to another certificate', ['ess-of-another-certificate'], (s) => resign(s.pdf, nothing, s.contractor, { reference: s.contractor.encryption.certificate }), NO_POLICY),
  one('CMS', 'an expired certificate', ['after-validity'], (s) => resign(s.pdf, nothing, { ...s.contractor, signing: leaf(s, { notBefore: '2022-12-01', notAfter: '2024-12-01' }) }), 'poppler speaks of validity apart from the signature; openssl was told not to ask for the day'),
  one('CMS', 'RSA-1024', ['signer-key-weak'], (s) => resign(s.pdf, nothing, { ...s.contractor, signing: leaf(s, { bits: 1024 }) }), 'they have no rule about sizes of keys unless told so'),
  one('CMS', 'a leaf that acts as an authority', ['issuer-is-no-authority'], (s) => resign(s.pdf, nothing, { ...s.contractor, signing: leaf(s, { by: s.contractor.signing }) }, { others: [s.contractor.signing.certificate] }), NO_TRUST),
  one('CMS', 'a key for another usage', ['signer-key-usage'], (s) => resign(s.pdf, nothing, { ...s.contractor, signing: s.contractor.encryption }), NO_POLICY),
  one('CMS', 'SHA-1', ['digest-not-sha-256'], (s) => resign(s.pdf, nothing, s.contractor, { digest: 'sha1' }), NO_POLICY),
  one('CMS', 'no signed attributes', ['no-signed-attributes'], (s) => resign(s.pdf, nothing, s.contractor, { withoutAttributes: true }), NO_POLICY),
  one('CMS', 'two signers', ['several-signers'], (s) => resign(s.pdf, nothing, s.contractor, { signers: 2 }), NO_POLICY),
  one('CMS', 'duplicate attributes', ['attribute-twice'], (s) => forged(s, (digest) => ({ attributes: [0, 1].flatMap(() => writeAttributes(digest, null, s.contractor.signing.certificate)) }))),
  one('CMS', 'attributes out of order', ['attributes-unordered'], (s) => resign(s.pdf, nothing, s.contractor, { unordered: true }), NO_POLICY),
  one('CMS', 'a digest of other content', ['content-differs'], (s) => forged(s, () => ({ attributes: writeAttributes(new Uint8Array(32), null, s.contractor.signing.certificate) }))),
  one('CMS', 'attached content', ['content-attached'], (s) => resign(s.pdf, nothing, s.contractor, { attached: new Uint8Array(3) }), NO_POLICY),
  one('CMS', 'an indefinite length', ['not-strict-der'], (s) => indefinite(s.pdf), 'they read BER, in which one message has many spellings'),
  one('CMS', 'a signature copied from another document', ['content-differs'], (s) => overwrite(s.pdf, /\/Contents <[0-9a-f]+>/, latin1(s.other).match(/\/Contents <[0-9a-f]+>/)?.[0] ?? '')),
  // the record inside
  ...signed('attachment', 'a key twice in the JSON', ['json-not-canonical'], record((json) => json.replace('{', '{"articleRef":"x",'))),
  ...signed('attachment', 'JSON that is not canonical', ['json-not-canonical'], record((json) => json.replace(':', ': '))),
  ...signed('attachment', 'a byte order mark', ['json-not-canonical'], record((json) => `\xef\xbb\xbf${json}`)),
  ...signed('attachment', 'a second attachment', ['pdf-attachments'], (opened) => { addObject(opened, '<<\n/Type /EmbeddedFile\n/Length 2\n>>\nstream\n{}\nendstream') }),
  ...signed('attachment', '256 MiB out of 260 kB', ['pdf-compressed'], (opened) => replaceIn(opened, '/Type /EmbeddedFile', () => {
    const bomb = bombOf256Mebibytes()
    return `<<\n/Type /EmbeddedFile\n/Filter /FlateDecode\n/Length ${bomb.length}\n>>\nstream\n${bomb}\nendstream`
  })),
  ...signed('attachment', 'amounts other than printed', ['seal-of-other-document', 'pdf-print-differs'], record((json) => json.replace('"count":12', '"count":13'))),
  // two readers, two readings
  ...signed('parser', 'a key twice in a dictionary', ['pdf-duplicate-key'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/Lang (en)\n>>'))),
  ...signed('parser', 'a comment with a false object', ['pdf-not-ours'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace('<<\n', '<<\n% 9 0 obj << >> endobj\n'))),
  one('parser', 'the table points into a stream', ['pdf-bytes-unaccounted', 'pdf-not-ours'], (s) => resign(s.pdf, nothing, s.contractor, {}, (text) => text.replace(/(xref\n0 \d+\n0000000000 65535 f \n)\d{10}/, '$10000030000')), SIGNED_ITSELF),
  one('parser', 'Prev in a loop', ['pdf-updated-later'], (s) => resign(s.pdf, nothing, s.contractor, {}, (text) => text.replace(/(trailer\n<<\n)([\s\S]*startxref\n(\d+))/, '$1/Prev $3\n$2')), SIGNED_ITSELF),
  ...signed('parser', 'an object stream', ['pdf-forbidden'], (opened) => {
    const stream = addObject(opened, '<<\n/Type /ObjStm\n/N 1\n/First 6\n/Length 16\n>>\nstream\n900 0 <</X /Y>> \nendstream')
    replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, `/Extra ${stream} 0 R\n>>`))
  }),
  one('parser', 'encryption', ['pdf-not-ours', 'pdf-truncated', 'pdf-forbidden'], (s) => throughQpdf(s, ['--encrypt', '', 'owner', '256', '--'])),
  ...signed('parser', 'nesting without end', ['pdf-not-ours'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, `/Deep ${'['.repeat(5000)}${']'.repeat(5000)}\n>>`))),
  one('parser', 'a hybrid table', ['pdf-forbidden'], (s) => resign(s.pdf, nothing, s.contractor, {}, (text) => text.replace('trailer\n<<\n', 'trailer\n<<\n/XRefStm 15\n')), SIGNED_ITSELF),
  one('parser', 'saved again by another editor', ['pdf-not-ours', 'pdf-truncated', 'pdf-bytes-appended', 'pdf-bytes-unaccounted'], (s) => throughQpdf(s, ['--object-streams=disable'])),
  // time and state
  one('time and state', 'a date in the future', ['issued-in-the-future'], (s) => s.tomorrow, 'they believe the date that the signer wrote'),
  one('time and state', 'a date before the keys', ['before-validity'], (s) => s.backdated, 'they believe the date that the signer wrote'),
  one('time and state', 'the same document twice with other content', 'only the ledger can tell', (s) => s.sameNumber, 'each is properly signed: that the number is taken, the ledger knows'),
  one('time and state', 'a document of another contract', ['other-contract'], (s) => s.otherContract, 'for which contract a key is registered, only the ledger knows'),
  one('time and state', 'a revoked key', ['root-not-registered'], (s) => resign(s.pdf, nothing, s.revoked), 'that a key was taken back, only the ledger knows'),
  one('time and state', 'a superseded key', ['record-of-other-keys', 'root-not-registered'], (s) => s.bySuperseded, 'that another key stands in its place, only the ledger knows'),
  one('time and state', 'a checkpoint older than the last one known', 'only the ledger can tell', (s) => s.olderCheckpoint, 'it was true once: that a newer one is known, the ledger knows'),
  one('time and state', 'the counter-signature stripped', 'only the ledger can tell', (s) => s.received.slice(0, s.pdf.length), 'it is the document as the contractor issued it: that it was received, the ledger knows'),
]

const RANGE = /\[0 \d+ \d+ \d+ *\]/

function one(family: Construction['family'], name: string, found: Construction['found'], build: Construction['build'], why?: string): Construction {
  return { family, name, found, build, ...(why === undefined ? {} : { why }) }
}

/** What only the contractor's own key could have signed. */
function signed(family: Construction['family'], name: string, found: readonly string[], edit: (opened: Opened) => void): Construction[] {
  return [one(family, name, found, (s) => resign(s.pdf, edit, s.contractor), SIGNED_ITSELF)]
}

function nothing(): void {}

function flipped(pdf: Uint8Array, words: string): Uint8Array {
  const at = latin1(pdf).indexOf(words) + words.length - 1
  return pdf.with(at, (pdf[at] ?? 0) ^ 1)
}

/** The signature's dictionary rewritten, the rest as it was. */
function rewrite(pdf: Uint8Array, change: (body: string) => string): Uint8Array {
  const opened = open(pdf)
  replaceIn(opened, '/Type /Sig\n', change)
  return assemble(opened)
}

/** The same without moving a byte: what is shorter is filled up with spaces. */
function overwrite(pdf: Uint8Array, pattern: RegExp, by: string): Uint8Array {
  return bytesOf(latin1(pdf).replace(pattern, (old) => by.padEnd(old.length).slice(0, old.length)))
}

function changed(pdf: Uint8Array, words: string, change: (body: string) => string): Record<number, string> {
  const opened = open(pdf)
  const number = numberOf(opened, words)
  return { [number]: change(opened.objects.get(number) ?? '') }
}

/** The gap made wider, and the range with it: the signed pieces are what they were, as long as one asks no more. */
function inWiderGap(pdf: Uint8Array, hidden: string): Uint8Array {
  const text = latin1(pdf)
  const from = text.indexOf('/Contents <') + '/Contents '.length
  const to = text.indexOf('>', from) + 1
  const digits = text.slice(from, to).replace(/0+>$/, '')
  const room = to - from
  const inside = `${digits}00>\n${hidden}/Rest <`
  return bytesOf(`${text.slice(0, from)}${inside}${'0'.repeat(room - inside.length - 1)}>${text.slice(to)}`)
}

/** An object that nothing shows lies in the signed file; a table alone makes it the page's content afterwards. */
function hideAndReplace(s: Scene): Uint8Array {
  let hidden = 0
  const base = resign(s.pdf, (opened) => { hidden = addObject(opened, '<<\n/Length 22\n>>\nstream\n1 0 0 rg 0 0 99 99 re f\nendstream') }, s.contractor)
  const text = latin1(base)
  const page = numberOf(open(s.pdf), 'BT /F1')
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1] ?? '0'
  const trailer = text.slice(text.lastIndexOf('trailer\n') + 8, text.lastIndexOf('\nstartxref')).replace(/>>$/, `/Prev ${previous}\n>>`)
  return bytesOf(`${text}xref\n${page} 1\n${String(text.indexOf(`\n${hidden} 0 obj`) + 1).padStart(10, '0')} 00000 n \ntrailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`)
}

/** Signed with attributes of the attacker's choice over the true digest. */
function forged(s: Scene, attributesFor: (digest: Uint8Array) => { attributes: readonly Uint8Array[] }): Uint8Array {
  return resign(s.pdf, nothing, s.contractor, attributesFor)
}

/** A signing certificate under the contractor's own root, or under whatever should not issue any. */
function leaf({ contractor }: Scene, { bits = 3072, by = contractor.root, notBefore = '2026-12-01', notAfter = '2028-12-01' }: { bits?: number; by?: CertifiedKey; notBefore?: string; notAfter?: string }): CertifiedKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const issuer = readCertificate(by.certificate)
  const certificate = writeCertificate({
    issuer: issuer.subject, subject: writeName('signing', '株式会社ひかりの丘データサービス'), notBefore: new Date(notBefore), notAfter: new Date(notAfter),
    publicKey, extensions: writeExtensions('signing', publicKey, issuer.publicKey), signWith: by.privateKey,
  })
  return { certificate, privateKey }
}

/** The [0] around SignedData with an indefinite length (BER): the outer length is two bytes more. */
function indefinite(pdf: Uint8Array): Uint8Array {
  return bytesOf(latin1(pdf).replace(/\/Contents <(3082[0-9a-f]*)>/, (whole, hex: string) => {
    const length = Number.parseInt(hex.slice(4, 8), 16)
    const message = hex.slice(8, 8 + 2 * length)
    const [, head = '', inner = ''] = /^(06092a864886f70d010702)a082[0-9a-f]{4}([0-9a-f]*)$/.exec(message) ?? []
    const body = `${head}a080${inner}0000`
    const spelt = `3082${(body.length / 2).toString(16).padStart(4, '0')}${body}`
    return `/Contents <${spelt.padEnd(whole.length - '/Contents <>'.length, '0')}>`
  }))
}

/** The record inside rewritten, its length corrected. */
function record(change: (json: string) => string): (opened: Opened) => void {
  return (opened) => replaceIn(opened, '/Type /EmbeddedFile', (body) => {
    const [, head = '', json = ''] = /^([\s\S]*?\nstream\n)([\s\S]*)\nendstream$/.exec(body) ?? []
    const changedJson = change(json)
    return `${head.replace(/\/Size \d+/, `/Size ${changedJson.length}`).replace(/\/Length \d+/, `/Length ${changedJson.length}`)}${changedJson}\nendstream`
  })
}

function bombOf256Mebibytes(): string {
  return latin1(deflateSync(Buffer.alloc(256 * 1024 * 1024), { level: 6 }))
}

function throughQpdf({ folder, pdf }: Scene, options: readonly string[]): Uint8Array {
  const [from, to] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')]
  writeFileSync(from, pdf)
  execFileSync('qpdf', [...options, from, to])
  return new Uint8Array(readFileSync(to))
}
