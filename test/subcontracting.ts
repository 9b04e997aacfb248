import type { Subcontract } from '../core/subcontracts/subcontract.ts'
import type { Day } from '../core/time.ts'
import { DAY } from '../core/time.ts'
import { fromShirakaba, PASSWORD, pledge, readsTheSpecification, receiptedFiles, type StaffedOffice, training } from './cast.ts'
import type { Copy } from '../core/copies/copy.ts'
import type { Item } from '../core/handovers/item.ts'

/** しらかば封入 and working copies, as steps 7 and 8 of the scenario have them. */
export const on = (iso: string) => iso as Day
export const SHIRAKABA = '有限会社しらかば封入'

export const facts = {
  company: SHIRAKABA, reason: '封入封かんの設備を自社に持たないため', tasks: '納税通知書の封入封かん', information: '納税通知書（紙）12件', safety: '施錠した作業室、入退室の記録、秘密保持の誓約', supervision: '月1回の立入と書面による報告',
  address: '架空県しらかば町4-5-6', representative: '代表取締役　白樺 封蔵', certifications: 'プライバシーマーク 00000000', contact: '000-000-1111', periodFrom: null, periodTo: null, inspectEvery: 31,
}

/** Drafted, applied for on the tenth and approved on the fourteenth, on the condition that nothing is carried out; the clock stands there. */
export async function approvedShirakaba(office: StaffedOffice, decision: { outcome: '承認' | '条件付承認' | '不承認'; conditions: { kind: '持出禁止' | '再々委託禁止' | 'その他'; text: string }[] } = { outcome: '条件付承認', conditions: [{ kind: '持出禁止', text: '' }] }): Promise<Subcontract> {
  const { desk, contract, world } = office
  const drafted = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
  world.pass(3 * DAY)
  await desk.subcontracts.apply({ subcontractId: drafted.id, on: on('2026-12-10') })
  world.pass(4 * DAY)
  return desk.subcontracts.decide({ subcontractId: drafted.id, cityRef: 'R8税承0056', on: on('2026-12-14'), ...decision })
}

/** A person of the subcontractor's, educated and pledged, with an ID of their own, who has read the specification; Mizuno stays signed in. */
export async function hireFromShirakaba({ desk, world }: StaffedOffice, loginId = 'shirakaba') {
  const person = await desk.people.register(fromShirakaba)
  await desk.people.giveAccount({ personId: person.id, loginId, password: PASSWORD })
  await desk.people.recordTraining({ personIds: [person.id], training })
  await desk.people.signPledge({ personId: person.id, pledge })
  await readsTheSpecification({ desk, world }, loginId)
  world.signInAs('mizuno')
}

export const asked = ({ contract }: StaffedOffice, item: Item) => ({
  contractId: contract.id, itemId: item.id, kind: '作業用' as const, purpose: '割付処理', place: 'PC-021 作業領域', medium: null, useUntil: on('2027-03-10'), approver: null,
})

/** …an item received, and its working copy C-001 asked for by Yoshida, approved by Mizuno and made by Yoshida. */
export async function workingCopy(office: StaffedOffice, into = '/on-desk'): Promise<{ item: Item; copy: Copy }> {
  const { desk, world } = office
  const item = (await receiptedFiles(office)).items[0]!
  world.signInAs('yoshida')
  const { id } = await desk.copies.request(asked(office, item))
  world.signInAs('mizuno')
  await desk.copies.approve({ copyId: id })
  world.signInAs('yoshida')
  world.folders.add(into)
  const made = await desk.copies.make({ copyId: id, into })
  if (made.outcome !== 'made') throw new Error('nobody called it off')
  return { item, copy: made.copy }
}
