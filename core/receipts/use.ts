import { activeContract, contractNamed } from '../contracts/use.ts'
import type { IssuedDocument } from '../documents/document.ts'
import { saveKept } from '../documents/save.ts'
import { handoverNamed } from '../handovers/use.ts'
import { objectionsToDifferences } from '../handovers/rules.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/use.ts'
import { sayFinding } from '../words/findings.ts'
import type { World } from '../world.ts'
import { composeReceipt } from './compose.ts'

/**
 * 預り証の発行 (Art. 14): numbers it, makes its bodies, keeps them in the vault and writes it down. Refuses what was not
 * compared, what has its receipt already, and characters that paper could not show.
 */
export async function issueReceipt(world: World, { handoverId }: { handoverId: string }): Promise<IssuedDocument> {
  const { personId } = signedIn(world)
  const id = world.newId()
  const kept: string[] = []
  try {
    return await record(world, async (reading) => {
      const receipt = await compose(world, reading, handoverId)
      const unprintable = await world.documents.unprintable(receipt)
      if (unprintable.length > 0) throw refusal('unprintable-characters', '14', null, { characters: unprintable.join(' ') })

      const { hash, code, bodies } = await world.documents.receiptBodies(receipt)
      const stored: IssuedDocument['bodies'] = []
      for (const { name, type, bytes } of bodies) {
        const { blob, size, sha256 } = await world.files.keep(name, bytes)
        kept.push(blob)
        stored.push({ name, type, blob, size, sha256 })
      }
      const { contractId } = handoverNamed(reading, handoverId)
      const document: IssuedDocument = {
        id, form: 'F-25', docNo: receipt.docNo, revision: 1, contractId, subjectId: handoverId, hash, code, issuedAt: world.now(), issuedBy: personId,
        bodies: stored, state: 'issued', cityReceiptNo: null, acknowledgedAt: null,
      }
      return { entries: [{ type: 'document-issued', data: { document, record: receipt } }], stands: () => dropFrom(kept, stored.map(({ blob }) => blob)), answer: () => document }
    })
  } finally {
    await world.files.forget(kept)
  }
}

async function compose(world: World, reading: Reading, handoverId: string) {
  const handover = handoverNamed(reading, handoverId)
  const contract = activeContract(reading, handover.contractId)
  if (handover.state === 'receipted') throw refusal('receipt-already-issued', '14', 'R-37', { docNo: handover.receiptNo ?? '' })
  refuseIfAny(objectionsToDifferences(handover))
  const office = reading.get('office', 'office')
  if (handover.state !== 'checked' || !handover.receivedBy || !office) throw refusal('state-does-not-allow', '14', null, { is: handover.state, act: '預り証の発行' })

  const { size } = (await world.ledger.read()).head
  const last = (reading.get('series', `F-25:${contract.id}`)?.last ?? 0) + 1
  return composeReceipt({
    docNo: `A-${contract.shortNo}-${String(last).padStart(3, '0')}`, now: world.now(), contract, handover,
    items: reading.list('item', handover.id).sort((a, b) => a.no - b.no),
    medium: handover.medium ? reading.get('medium', handover.medium) : undefined,
    clerk: personNamed(reading, handover.receivedBy), issuer: personNamed(reading, signedIn(world).personId),
    organisation: office.organisation, keys: office.keys, witness: await world.ledger.witness(size - 1),
  })
}

export const listReceipts = (world: World, contractId: string): Promise<IssuedDocument[]> =>
  look(world, (reading) => reading.list('issued', contractNamed(reading, contractId).id).sort((a, b) => a.issuedAt - b.issuedAt))

/** The bodies into a folder, to be handed in; never over other files. */
export async function saveReceipt(world: World, { id, into }: { id: string; into: string }): Promise<{ paths: string[] }> {
  const document = await look(world, (reading) => issuedNamed(reading, id))
  const saved = await saveKept(world, document.bodies, into)
  return record(world, () => ({ entries: [{ type: 'document-saved', data: { id, to: into } }], answer: () => saved }))
}

export async function showReceipt(world: World, { id }: { id: string }): Promise<{ name: string; pdf: Uint8Array }> {
  const document = await look(world, (reading) => issuedNamed(reading, id))
  const body = document.bodies.find(({ type }) => type === 'application/pdf')
  if (!body) throw refusal('nothing-found', null, null, { what: 'PDF', id })
  return { name: body.name, pdf: await world.files.fetch(body.blob) }
}

/** 収受通知 (the city's answer): believed only if the city's registered key signed it, and only for what we issued. */
export async function acknowledgeReceipts(world: World, { paths }: { paths: readonly string[] }): Promise<IssuedDocument[]> {
  const acknowledged: IssuedDocument[] = []
  for (const path of paths) {
    const trust = await look(world, (reading) => trustOf(reading))
    for (const { verification, record: answer } of await world.documents.verify(path, { keys: trust, at: world.now() })) {
      const [reason] = verification.reasons
      if (verification.verdict !== 'verified' || answer?.form !== 'C-01') {
        throw refusal('document-not-believed', '14', null, { file: verification.file, reason: reason ? sayFinding(reason, 'ja') : '収受通知ではありません。' })
      }
      acknowledged.push(await record(world, (reading) => {
        const document = reading.list('issued').find(({ docNo, hash }) => docNo === answer.of.docNo && hash === answer.of.hash)
        if (!document) throw refusal('acknowledgement-unmatched', '14', null, { docNo: answer.of.docNo })
        if (document.state === 'acknowledged') return { entries: [], answer: () => document }
        const { id } = document
        return {
          entries: [{ type: 'document-acknowledged', data: { id, cityReceiptNo: answer.cityReceiptNo, verdict: answer.verdict, at: world.now(), hash: answer.of.hash } }],
          answer: (after) => issuedNamed(after, id),
        }
      }))
    }
  }
  return acknowledged
}

/** The keys that contracts have registered, each good for its own contract only. */
export function trustOf(reading: Reading) {
  return reading.list('contract').flatMap(({ counterpartKey, contractNo }) =>
    counterpartKey ? [{ rootPem: counterpartKey.rootPem, checkpointKeyPem: counterpartKey.checkpointKeyPem, contractNo }] : [])
}

function issuedNamed(reading: Reading, id: string): IssuedDocument {
  const document = reading.get('issued', id)
  if (!document) throw refusal('nothing-found', null, null, { what: '文書', id })
  return document
}

/** What an issued document owns is not swept away with the drafts of attempts that came second. */
function dropFrom(kept: string[], owned: readonly string[]): void {
  for (const blob of owned) kept.splice(kept.indexOf(blob), 1)
}
