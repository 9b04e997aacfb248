import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import { objectionsToDays, objectionsToDecision, objectionsToEnd, objectionsToFacts, objectionsToParent, objectionsToSecond } from './rules.ts'
import type { AgreeSubcontract, ApplySubcontract, DecideSubcontract, DraftSubcontract, EndSubcontract, InspectSubcontractor, ReviseSubcontract, StartSubcontract, Subcontract, SubcontractId, WithdrawSubcontract } from './subcontract.ts'

/** 下書き (Art. 9①): what one means to ask for; nothing is allowed by it. A 再々委託 is drafted under the approval above it. */
export async function draftSubcontract(world: World, { contractId, parentId, ...facts }: DraftSubcontract): Promise<Subcontract> {
  const { personId } = signedIn(world)
  const id = world.newId() as SubcontractId
  return record(world, (reading) => {
    const contract = activeContract(reading, contractId)
    const parent = parentId === null ? null : subcontractNamed(reading, parentId)
    if (parent && parent.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'subcontract', id: parent.id })
    refuseIfAny([...(parent ? objectionsToParent(reading, parent, facts.company, world.now()) : []), ...objectionsToSecond(reading, { id, contractId, parentId, company: facts.company })])
    const no = `SC-${contract.shortNo}-${String((reading.get('series', `subcontract:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const subcontract: Subcontract = {
      ...facts, id, no, contractId, parentId, draftedAt: world.now(), draftedBy: personId, appliedOn: null, docNo: null, decision: null, agreement: null, startedOn: null, inspections: [], ended: null, state: 'drafted',
    }
    return { entries: [{ type: 'subcontract-drafted', data: { subcontract } }], answer: () => subcontract }
  })
}

/** Changes a draft; what was applied for stays as the city was told. */
export const reviseSubcontract = (world: World, { subcontractId, ...facts }: z.output<typeof ReviseSubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['drafted'], 'revise', (reading, subcontract) => {
    refuseIfAny(objectionsToSecond(reading, { ...subcontract, company: facts.company }))
    return { type: 'subcontract-revised', data: { subcontractId, facts } }
  })

/** 申請 (Art. 9②): refuses whatever of the six facts is missing, and a 再々委託 whose parent is no longer approved. */
export const applySubcontract = (world: World, { subcontractId, on }: z.output<typeof ApplySubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['drafted'], 'apply', (reading, subcontract) => {
    const parent = subcontract.parentId === null ? null : subcontractNamed(reading, subcontract.parentId)
    refuseIfAny([...objectionsToFacts(subcontract), ...objectionsToDays('applied', on, 'applied', null, world.now()), ...(parent ? objectionsToParent(reading, parent, subcontract.company, world.now()) : [])])
    return { type: 'subcontract-applied', data: { subcontractId, on } }
  })

/** 承認・条件付承認・不承認: what the city answered, with its number and its day. */
export const decideSubcontract = (world: World, { subcontractId, ...said }: z.output<typeof DecideSubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['applied'], 'record-decision', (_reading, subcontract) => decisionOn(world, subcontract, said))

/** The same as an entry, whether the city told it or signed it. */
export function decisionOn(world: World, { id, appliedOn }: Subcontract, said: Omit<z.output<typeof DecideSubcontract>, 'subcontractId'>): EntryBody {
  refuseIfAny([...objectionsToDecision(said), ...objectionsToDays('approved', said.on, 'applied', appliedOn, world.now())])
  return { type: 'subcontract-decided', data: { subcontractId: id, decision: { ...said, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
}

/** 契約締結 (Art. 9③④): the copy's hash, and the clauses that hand every duty on. */
export async function agreeSubcontract(world: World, { subcontractId, file, signedOn, clauses }: z.output<typeof AgreeSubcontract>): Promise<Subcontract> {
  const hashed = await world.files.sha256(file)
  if (!hashed) throw refusal('file-unreadable', '9④', null, { path: file })
  const fileName = (file.split(/[/\\]/).at(-1) ?? file).slice(0, 200)
  return change(world, subcontractId, ['approved', 'contracted', 'working'], 'record-agreement', (_reading, { decision }) => {
    refuseIfAny(objectionsToDays('sub-agreed', signedOn, 'approved', decision?.on ?? null, world.now()))
    return { type: 'subcontract-agreed', data: { subcontractId, agreement: { fileName, ...hashed, signedOn, clauses, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
  })
}

/** 履行の開始: under a contract, not merely under an approval. */
export const startSubcontract = (world: World, { subcontractId, on }: z.output<typeof StartSubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['contracted'], 'start', (_reading, { agreement }) => {
    refuseIfAny(objectionsToDays('started', on, 'sub-agreed', agreement?.signedOn ?? null, world.now()))
    return { type: 'subcontract-started', data: { subcontractId, on } }
  })

/** 管理・監督 (Art. 9⑤, F-10): what was looked at, what has to be put right, and when it is looked at again. */
export const inspectSubcontractor = (world: World, { subcontractId, ...facts }: z.output<typeof InspectSubcontractor>): Promise<Subcontract> =>
  change(world, subcontractId, ['approved', 'contracted', 'working'], 'inspect', (_reading, { inspections, decision }) => {
    refuseIfAny(objectionsToDays('inspected', facts.on, 'approved', decision?.on ?? null, world.now()))
    if (facts.items.some(({ result }) => result === '要是正') && facts.corrective === '') throw refusal('corrective-missing', '9⑤', null, {})
    if (facts.nextOn <= facts.on) throw refusal('before-its-time', '9⑤', null, { what: 'inspected-next', earlier: 'inspected' })
    return { type: 'subcontractor-inspected', data: { subcontractId, inspection: { ...facts, no: inspections.length + 1, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
  })

/** 終了: refused until the subcontractor's erasure is confirmed, and those below it have ended. */
export const endSubcontract = (world: World, { subcontractId, erasedOn, ...said }: z.output<typeof EndSubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['approved', 'contracted', 'working'], 'end-subcontract', (reading, subcontract) => {
    refuseIfAny([
      ...objectionsToEnd(reading, subcontract, { erasedOn, ...said }), ...objectionsToDays('ended', said.on, 'approved', subcontract.decision?.on ?? null, world.now()),
      ...(erasedOn === null ? [] : objectionsToDays('erased-there', erasedOn, 'approved', subcontract.decision?.on ?? null, world.now())),
    ])
    return { type: 'subcontract-ended', data: { subcontractId, ended: { ...said, erasedOn: erasedOn ?? said.on, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
  })

/** 取下げ: before the city has answered. */
export const withdrawSubcontract = (world: World, { subcontractId, reason }: z.output<typeof WithdrawSubcontract>): Promise<Subcontract> =>
  change(world, subcontractId, ['drafted', 'applied'], 'withdraw', () => ({ type: 'subcontract-withdrawn', data: { subcontractId, reason } }))

export const listSubcontracts = (world: World, contractId: string): Promise<Subcontract[]> =>
  look(world, (reading) => reading.list('subcontract', contractNamed(reading, contractId).id).sort((a, b) => a.draftedAt - b.draftedAt))

export function subcontractNamed(reading: Reading, id: string): Subcontract {
  const subcontract = reading.get('subcontract', id)
  if (!subcontract) throw refusal('nothing-found', null, null, { what: 'subcontract', id })
  return subcontract
}

function change(world: World, id: SubcontractId, states: readonly Subcontract['state'][], act: Act, entry: (reading: Reading, subcontract: Subcontract) => EntryBody): Promise<Subcontract> {
  return record(world, (reading) => {
    const subcontract = subcontractNamed(reading, id)
    activeContract(reading, subcontract.contractId)
    if (!states.includes(subcontract.state)) throw refusal('state-does-not-allow', '9②', null, { is: subcontract.state === 'approved' ? 'permitted' : subcontract.state, act })
    return { entries: [entry(reading, subcontract)], answer: (after) => subcontractNamed(after, id) }
  })
}
