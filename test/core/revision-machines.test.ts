import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { Item } from '../../core/handovers/item.ts'
import { Refusal } from '../../core/refusal.ts'
import type { RequestId } from '../../core/requests/request.ts'
import { DAY } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { receivedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'

/** Whatever is asked for, issued, corrected, taken back and handed in, in whatever order. */
const RUNS = sized(15, 200)
type Made = { office: StaffedOffice; item: Item; letter: string; receipt: string; request: RequestId; words: number }
const newest = (documents: readonly IssuedDocument[], of: string): IssuedDocument => documents.findLast(({ docNo }) => docNo === of)!

const acts: Readonly<Record<string, (made: Made, documents: readonly IssuedDocument[]) => Promise<unknown>>> = {
  'say the section anew': ({ office: { desk, contract }, words }) => desk.corrections.record({ kind: 'contract', id: contract.id, field: 'city.section', after: `総務部市民税課${words}`, reason: '所管課名の誤記' }),
  'say the information anew': ({ office: { desk }, item, words }) => desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: `宛名情報${words}`, reason: '誤記' }),
  'correct the receipt': ({ office: { desk }, receipt }, documents) => desk.documents.correct({ id: newest(documents, receipt).id, reason: '誤記' }),
  'say the information anew and correct the receipt': async (made, documents) => {
    await acts['say the information anew']!({ ...made, words: made.words + 100 }, documents)
    return acts['correct the receipt']!(made, documents)
  },
  'correct its first revision': ({ office: { desk }, receipt }, documents) => desk.documents.correct({ id: documents.find(({ docNo }) => docNo === receipt)!.id, reason: '誤記' }),
  'take the receipt back': ({ office: { desk }, receipt }, documents) => desk.documents.cancel({ id: newest(documents, receipt).id, reason: '二重発行' }),
  'correct the letter': ({ office: { desk }, letter }, documents) => desk.documents.correct({ id: newest(documents, letter).id, reason: '誤記' }),
  'take the letter back': ({ office: { desk }, letter }, documents) => desk.documents.cancel({ id: newest(documents, letter).id, reason: '提出先の誤り' }),
  'hand in the first': ({ office: { desk }, letter, request }, documents) => desk.requests.answer({ requestId: request, documentId: documents.find(({ docNo }) => docNo === letter)!.id, into: '/out' }),
  'hand in the newest': ({ office: { desk }, letter, request }, documents) => desk.requests.answer({ requestId: request, documentId: newest(documents, letter).id, into: '/out' }),
  'the city accepts': ({ office: { desk }, request }) => desk.requests.accept({ requestId: request, cityRef: 'R8税収1301' }),
  'the city asks no more': ({ office: { desk }, request }) => desk.requests.withdraw({ requestId: request, reason: '不要となったため' }),
  wait: async ({ office: { world } }) => world.pass(DAY),
}

test('R-37 in whatever order: nothing that was issued is written over, and exactly one revision of a number is in force', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 12 }), async (names) => {
    const made = await desksPapers()
    const { desk, contract } = made.office
    const shown = (document: IssuedDocument) => desk.receipts.show({ id: document.id }).then(({ pdf }) => new TextDecoder().decode(pdf))
    let before = await desk.receipts.list({ contractId: contract.id })
    const papers = new Map(await Promise.all(before.map(async (one) => [one.id, await shown(one)] as const)))
    for (const [i, name] of names.entries()) {
      const [asked] = await desk.requests.list({ contractId: contract.id })
      const done = await attempt(acts[name]!({ ...made, words: i }, before))
      const after = await desk.receipts.list({ contractId: contract.id })
      if (!done) expect(after, name).toEqual(before)
      expect(after.slice(0, before.length).map(({ id, hash }) => [id, hash]), name).toEqual(before.map(({ id, hash }) => [id, hash]))
      for (const [id, paper] of papers) expect(await shown(after.find((one) => one.id === id)!), name).toBe(paper)
      for (const docNo of new Set(after.map((one) => one.docNo))) {
        const revisions = after.filter((one) => one.docNo === docNo)
        expect(revisions.map(({ revision }) => revision), name).toEqual(revisions.map((_, n) => n + 1))
        expect(revisions.filter(({ supersededBy }) => supersededBy === null), name).toEqual([revisions.at(-1)])
        expect(revisions.slice(0, -1).every(({ revisionKind }) => revisionKind !== '取消'), name).toBe(true)
      }
      // What was handed in or taken back is not unsaid.
      const [now] = await desk.requests.list({ contractId: contract.id })
      if (asked!.accepted || asked!.withdrawn) expect(now, name).toEqual(asked)
      if (now!.accepted) expect(now!.submitted, name).not.toBeNull()
      for (const one of after.slice(before.length)) papers.set(one.id, await shown(one))
      before = after
    }
  }), { numRuns: RUNS })
})

test('R-37 of two desks that revise the same document at once, one does', async () => {
  const { office, receipt, item } = await desksPapers()
  const { desk, world, contract } = office
  await desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報', reason: '誤記' })
  const first = newest(await desk.receipts.list({ contractId: contract.id }), receipt)
  const other = openDesk(world)
  const done = await Promise.all([attempt(desk.documents.correct({ id: first.id, reason: '誤記' })), attempt(other.documents.cancel({ id: first.id, reason: '二重発行' }))])
  expect(done.filter(Boolean)).toHaveLength(1)
  expect((await desk.receipts.list({ contractId: contract.id })).filter(({ docNo }) => docNo === receipt)).toHaveLength(2)
})

/** A receipt, a letter that the city asked for, and a folder to hand it in. */
async function desksPapers(): Promise<Made> {
  const office = await staffedOffice()
  const { desk, contract, world } = office
  world.folders.add('/out')
  const { handover, items } = await receivedFiles(office)
  const receipt = await desk.receipts.issue({ handoverId: handover.id })
  const request = await desk.requests.receive({ contractId: contract.id, form: 'F-03', requestedBy: '森川 奏', requestedAt: world.now(), cityRef: '', dueOn: null })
  const letter = await desk.forms.issue({ contractId: contract.id, form: 'F-03', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  return { office, item: items[0]!, letter: letter.docNo, receipt: receipt.docNo, request: request.id, words: 0 }
}

/** Tries an act that the rules may refuse; anything else that is thrown is a bug. */
const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
