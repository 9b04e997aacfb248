import * as z from 'zod'
import { ContractId, type ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { Path } from '../text.ts'
import { isoJst } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { EvidencePart, World } from '../world.ts'
import { documentsOf } from './documents-of.ts'
import { entriesOf } from './entries-of.ts'
import { indexOf } from './index-of.ts'
import { registersOf } from './registers-of.ts'

export const PackEvidence = z.object({ contractId: ContractId, into: Path })
export type PackEvidence = z.infer<typeof PackEvidence>
export const EvidencePacked = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('packed'), path: z.string(), bytes: z.number(), documents: z.number().int(), entries: z.number().int(), shared: z.number().int() }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type EvidencePacked = z.infer<typeof EvidencePacked>

const NEVER = new AbortController().signal
const AT_ONCE = 500

/**
 * 証跡一式 (Art. 17; product §6): one zip with every document of a contract as it was issued or taken in, its registers, the entries of the ledger that
 * speak of it, each with its proof below one signed checkpoint (RFC 6962), the keys, and an index that says where each of an auditor's questions is
 * answered. Nothing in it needs this program. What speaks of another contract too is left out and counted. Progress counts entries.
 */
export async function packEvidence(world: World, { contractId, into }: PackEvidence, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<EvidencePacked> {
  const { contract, office, keys } = await look(world, (reading) => ({ contract: contractNamed(reading, contractId), ...officeIn(reading) }))
  const { seqs, shared } = await entriesOf(contract.id, everyEntry(world, signal, onProgress))
  if (signal.aborted) return { outcome: 'abandoned' }
  const verified = await world.ledger.verify({ signal, onProgress: () => {} })
  if (signal.aborted) return { outcome: 'abandoned' }
  const extract = await world.ledger.extract(seqs)
  const at = world.now()
  const documents = await look(world, (reading) => documentsOf(reading, contract.id))
  const registers = await registersOf(world, contract, at)
  const parts: EvidencePart[] = [
    ...indexOf({ contract, office: office.name, documents, registers, entries: seqs.length, shared, extract, problems: verified.problems.length, at }),
    ...documents.flatMap(({ files }) => files.map((file): EvidencePart => ({ kind: 'blob', ...file }))),
    ...registers.map(({ part }) => part),
    { name: 'ledger/verification.txt', kind: 'text', text: verificationOf(verified, isoJst(at)) },
    { name: 'ledger', kind: 'ledger', extract },
    ...keysOf(contract, { organisation: office.name, ...keys }),
  ]
  const fileName = `証跡_${contract.contractNo}_${isoJst(at).slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}`.replaceAll(/[\\/:*?"<>|\p{C}\s]/gu, '-')
  const written = await world.evidence.write({ into, fileName, parts }, { signal, onProgress: () => {} })
  if (written.outcome === 'abandoned') return { outcome: 'abandoned' }
  if (written.outcome !== 'written') throw refusal(written.outcome, null, null, { path: written.path })
  await record(world, () => ({ entries: [{ type: 'evidence-packed', data: { contractId: contract.id, to: written.path, sha256: written.sha256, documents: documents.length, entries: seqs.length } }], answer: () => null }))
  return { outcome: 'packed', path: written.path, bytes: written.bytes, documents: documents.length, entries: seqs.length, shared }
}

function officeIn(reading: Reading) {
  const office = reading.get('office', 'office')
  if (!office) throw new Error('a desk without an office')
  return { office: office.organisation, keys: office.keys }
}

async function* everyEntry(world: World, signal: AbortSignal, onProgress: (progress: { done: number; total: number }) => void): AsyncGenerator<Entry> {
  const { head: { size } } = await world.ledger.read()
  for (let from = 0; from < size && !signal.aborted; from += AT_ONCE) {
    yield* await world.ledger.entries(from, Math.min(AT_ONCE, size - from))
    onProgress({ done: Math.min(from + AT_ONCE, size), total: size })
  }
}

const verificationOf = ({ size, root, checkpoint, problems }: Awaited<ReturnType<World['ledger']['verify']>>, at: string): string => [
  '台帳の全件検査', `検査日時 ${at}`, `件数 ${size}`, `根 ${root}`, problems.length === 0 ? '結果 異常なし' : `結果 異常 ${problems.length}件`, ...problems.map(({ seq, what }) => `  ${seq}番 ${what}`), '', checkpoint,
].join('\n')

/** Whose signatures stand under the documents: to be compared with the 公開鍵届 on paper. */
function keysOf({ counterpartKey }: ContractOfWork, own: { organisation: string; rootPem: string; fingerprint: string; checkpointKeyPem: string }): EvidencePart[] {
  const said = (folder: string, { organisation, rootPem, fingerprint, checkpointKeyPem }: { organisation: string; rootPem: string; fingerprint: string; checkpointKeyPem: string | null }): EvidencePart[] => [
    { name: `keys/${folder}/root.pem`, kind: 'text', text: rootPem }, { name: `keys/${folder}/fingerprint.txt`, kind: 'text', text: `${organisation}\n${fingerprint}\n` },
    ...(checkpointKeyPem === null ? [] : [{ name: `keys/${folder}/checkpoint-key.pem`, kind: 'text' as const, text: checkpointKeyPem }]),
  ]
  return [...said('own', own), ...(counterpartKey ? said('counterpart', counterpartKey) : [])]
}
