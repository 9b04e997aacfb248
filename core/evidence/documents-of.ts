import type { Reading } from '../ledger/shelf.ts'
import { type Instant, instantOf } from '../time.ts'

/** A document of the evidence: what it is, and its files as they lie in the pack. */
export interface PackedDocument { form: string; docNo: string; revision: number; at: Instant; remark: string; folder: string; files: { name: string; blob: string }[] }

/** Every document of a contract, all revisions: what this office issued, and (a city) what it took in, as it came. */
export function documentsOf(reading: Reading, contractId: string): PackedDocument[] {
  const folders = new Set<string>()
  const issued = reading.list('issued', contractId).map((d) => ({
    form: d.form, docNo: d.docNo, revision: d.revision, at: d.issuedAt, remark: [d.cityReceiptNo ? `収受番号 ${d.cityReceiptNo}` : '', d.supersededBy ? `${d.supersededBy.kind}あり` : ''].filter(Boolean).join('、'),
    files: d.bodies.map(({ name, blob }) => ({ name, blob })),
  }))
  const imported = reading.list('imported', contractId).map((d) => ({
    form: d.form, docNo: d.docNo, revision: d.revision, at: issuedAtOf(d.record) ?? d.importedAt,
    remark: [d.verdict === 'verified' ? '署名・値とも真正' : '値は一致・署名なし', d.cityReceiptNo ? `収受番号 ${d.cityReceiptNo}` : '', d.supersededBy ? '差替えあり' : ''].filter(Boolean).join('、'),
    files: (d.files ?? []).map(({ name, blob }) => ({ name, blob })),
  }))
  return [...issued, ...imported].sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.at - b.at)).map((document) => {
    const folder = unlike(folders, `documents/${plain(document.form)}/${plain(document.docNo)}_${document.revision}`)
    const names = new Set<string>()
    return { ...document, folder, files: document.files.map(({ name, blob }) => ({ name: `${folder}/${unlike(names, plain(name))}`, blob })) }
  })
}

/** A name that no system minds and that leads nowhere: documents of others are named by others. */
const plain = (name: string): string => name.normalize('NFC').replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_').slice(0, 80) || '_'

/** The name, or the same with a count, so that none stands over another (Windows does not tell A from a). */
function unlike(taken: Set<string>, name: string): string {
  const [, stem = '', end = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,5}){0,2})$/.exec(name) ?? [name, name, '']
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${stem}~${n}${end}`
    if (taken.has(tried.toLowerCase())) continue
    taken.add(tried.toLowerCase())
    return tried
  }
}

function issuedAtOf(record: unknown): Instant | null {
  const said = (record as { issuedAt?: unknown } | null)?.issuedAt
  return typeof said === 'string' ? instantOf(said) : null
}
