import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Verification } from '../core/documents/document.ts'
import type { Instant } from '../core/time.ts'
import { sayFinding } from '../core/words/findings.ts'
import type { Trust } from '../core/world.ts'
import { readKeyNotice } from '../main/documents/verify/read-key-notice.ts'
import { verifyFile } from '../main/documents/verify/verify-file.ts'
import type { Call } from './arguments.ts'
import { EXIT, type Exit, Usage } from './exit.ts'

const MARKS: Readonly<Record<Verification['verdict'], string>> = { verified: '✔', 'values-only': '△', refused: '✘' }

/** `document verify FILE… [--trust CERT_OR_FINGERPRINT]…`: without a vault, for whoever wants to check a document. */
export async function documentVerify(call: Call): Promise<Exit> {
  const [verb, ...paths] = call.words
  if (verb !== 'verify' || paths.length === 0) throw new Usage('document verify FILE…')
  const keys = await Promise.all((call.flags.get('trust') ?? []).map(trusted))
  const json = call.flags.has('json')
  let refused = false
  for (const path of paths) {
    if (call.signal.aborted) return EXIT.interrupted
    for (const { verification } of await verifyFile(resolve(path), { keys, at: Date.now() as Instant })) {
      refused ||= verification.verdict === 'refused'
      process.stdout.write(json ? `${JSON.stringify({ ...verification, file: path })}\n` : inWords(path, verification))
    }
  }
  return refused ? EXIT.refused : EXIT.done
}

function inWords(path: string, { verdict, reasons, document, counterSigned }: Verification): string {
  // A QR code does not say which revision.
  const name = document ? `${document.docNo}${document.revision > 0 ? `（第${document.revision}版）` : ''} ` : ''
  const received = counterSigned ? [`    収受の署名：${counterSigned.signer}（${counterSigned.at}）`] : []
  return [`${MARKS[verdict]} ${name}${path}`, ...received, ...reasons.map((reason) => `    ${sayFinding(reason, 'ja')}`), ''].join('\n')
}

/** A 公開鍵届 (both keys), a certificate as PEM in a file, or its SHA-256 as 64 hexadecimal digits (colons and spaces allowed). */
async function trusted(word: string): Promise<Trust['keys'][number]> {
  if (/^[0-9a-f]{64}$/i.test(word.replace(/[:\s]/g, ''))) return { rootPem: word, checkpointKeyPem: null, contractNo: null }
  const text = contentOf(word)
  if (!text.trimStart().startsWith('{')) return { rootPem: text, checkpointKeyPem: null, contractNo: null }
  const read = await readKeyNotice(resolve(word))
  if (read.outcome === 'refused') throw new Usage(`--trust: this key notice is not whole: ${word} (${read.reasons.join(', ')})`)
  return { rootPem: read.notice.rootPem, checkpointKeyPem: read.notice.checkpointKeyPem, contractNo: null }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Usage(`--trust wants a key notice, a certificate's file or a SHA-256 fingerprint: ${path}`)
  }
}
