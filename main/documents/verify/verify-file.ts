import type { Body, Finding } from '../../../core/documents/document.ts'
import { finding, type FindingCode } from '../../../core/words/findings.ts'
import type { Trust } from '../../../core/world.ts'
import { openFile } from '../../files/open-file.ts'
import { isTable, LARGEST_CSV } from '../csv/read-tables.ts'
import { readFlattened } from '../qr/flattened-pdf.ts'
import { LARGEST_PICTURE } from '../qr/measure.ts'
import { readTrust, type Trusted } from './trusted.ts'
import { verdictOn, type Verified } from './verdict.ts'
import { verifyCsv } from './verify-csv.ts'
import { verifyJson } from './verify-json.ts'
import { verifyPdf } from './verify-pdf.ts'
import { isSeal, verifyPicture, verifySeal } from './verify-qr.ts'

/** Nothing that we issue comes near; what is larger is refused before a byte of it is read. */
const LARGEST = 128 * 1024 * 1024

/**
 * Verifies the documents in one file, recognised by what it holds and not by its name. A signature (`.p7s`) and its JSON may
 * be given by either path. Whatever the file holds, the answer is a verdict and never an error.
 */
export async function verifyFile(path: string, trust: Trust): Promise<Verified[]> {
  const trusted = readTrust(trust)
  const read = await readWhole(path)
  if (!(read instanceof Uint8Array)) return [verdictOn({ file: path, body: null, verdict: 'refused', reasons: [read], record: null })]
  switch (kindOf(read)) {
    case 'pdf': return await verifyPaper(path, read, trusted)
    case 'picture': return read.length > LARGEST_PICTURE ? [tooLarge(path, read.length, LARGEST_PICTURE, 'qr')] : (await verifyPicture(path, read, trusted)) ?? []
    case 'json': return [await verifyWithSignatureBeside(path, read)]
    case 'p7s': return [await verifySignedBy(path, read)]
    case 'csv': return read.length > LARGEST_CSV ? [tooLarge(path, read.length, LARGEST_CSV, 'csv')] : verifyCsv(path, read, trusted)
    case null: return [verdictOn({ file: path, body: null, verdict: 'refused', reasons: [finding('file-not-recognised', {})], record: null })]
  }

  async function verifyWithSignatureBeside(file: string, json: Uint8Array): Promise<Verified> {
    const p7s = await readWhole(`${file}.p7s`)
    if (p7s instanceof Uint8Array) return verifyJson(file, json, p7s, trusted)
    if (p7s.code === 'file-missing') return verifyJson(file, json, null, trusted)
    return verdictOn({ file, body: 'json', verdict: 'refused', reasons: [p7s], record: null })
  }

  async function verifySignedBy(file: string, p7s: Uint8Array): Promise<Verified> {
    const json = file.endsWith('.p7s') ? await readWhole(file.slice(0, -'.p7s'.length)) : finding('file-missing', {})
    if (json instanceof Uint8Array) return verifyJson(file, json, p7s, trusted)
    return verdictOn({ file, body: 'json', verdict: 'refused', reasons: [json], record: null })
  }
}

/**
 * A PDF of our build; or one that a sanitiser or a scanner made of it. That has lost its signature and with it its word: what is left
 * is at most the QR code of the paper.
 */
async function verifyPaper(file: string, bytes: Uint8Array, trusted: Trusted): Promise<Verified[]> {
  const verified = verifyPdf(file, bytes, trusted)
  if (!verified.verification.reasons.some(({ code }) => LOST.has(code))) return [verified]
  const { signed, codes } = await readFlattened(bytes)
  if (signed) return [verified]
  const lost = finding('pdf-signature-lost', {})
  const seals = codes.filter(isSeal)
  if (seals.length > 0) return seals.map((seal) => verifySeal(file, seal, trusted, [lost]))
  return [verdictOn({ file, body: 'pdf', verdict: 'refused', reasons: [lost, finding('qr-not-found', {})], record: null })]
}

/** What is found in a PDF that another program wrote from the start. */
const LOST = new Set<string>(['pdf-not-ours', 'pdf-truncated', 'pdf-bytes-appended', 'pdf-signatures', 'pdf-compressed'] satisfies FindingCode[])

function kindOf(bytes: Uint8Array): 'pdf' | 'json' | 'p7s' | 'csv' | 'picture' | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('\x89PNG\r\n\x1a\n') || start.startsWith('\xff\xd8\xff')) return 'picture'
  if (/^(\xef\xbb\xbf)?\s*[{[]/.test(start)) return 'json'
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return 'p7s'
  return isTable(bytes) ? 'csv' : null
}

/** A file's bytes, or why not. Its size is asked first. */
async function readWhole(path: string): Promise<Uint8Array | Finding> {
  try {
    return await readUpTo(LARGEST, path)
  } catch (problem) {
    return finding(isMissing(problem) ? 'file-missing' : 'file-unreadable', {})
  }
}

/** As many bytes as the open file says that it has: one that grows while it is read does not fill the memory. */
async function readUpTo(limit: number, path: string): Promise<Uint8Array | Finding> {
  const file = await openFile(path)
  try {
    const { size } = await file.stat()
    if (size === 0) return finding('file-empty', {})
    if (size > limit) return finding('file-too-large', { size, limit })
    const bytes = new Uint8Array(size)
    let at = 0
    for (let read = -1; at < size && read !== 0; at += read) ({ bytesRead: read } = await file.read(bytes, at, size - at, at))
    return at === size ? bytes : bytes.slice(0, at)
  } finally {
    await file.close()
  }
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')
}

function tooLarge(file: string, size: number, limit: number, body: Body): Verified {
  return verdictOn({ file, body, verdict: 'refused', reasons: [finding('file-too-large', { size, limit })], record: null })
}
