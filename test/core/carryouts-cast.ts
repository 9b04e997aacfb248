import type { ApplyCarryOut, CarryOut, ConfirmReturn, GoOut } from '../../core/carryouts/carry-out.ts'
import type { Drive } from '../../core/media/drive.ts'
import type { Package } from '../../core/packages/package.ts'
import type { Person } from '../../core/people/person.ts'
import { instantOf, type Day, type Instant } from '../../core/time.ts'
import { PASSWORD, pledge, receiptedFiles, staffedOffice, takahashi, training, type StaffedOffice } from '../cast.ts'
import { stick } from '../paper-machine.ts'

/** The fourteenth of December, as in the scenario: out at one, due at five. */
export const at = (clock: string): Instant => instantOf(`2026-12-14T${clock}:00+09:00`)
export const FOURTEENTH = '2026-12-14' as Day

export interface Carrying extends StaffedOffice { takahashi: Person; sealed: Package }

export const plugged = (serial: string | null, more: Partial<Drive> = {}): Drive =>
  ({ ...stick(serial ?? ''), serial, volumes: [{ path: '/dev/sdb1', mountPoints: ['/medium'], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }], ...more })

/** Noon of the fourteenth: a package is sealed, verified and written to our stick, which is plugged in at /medium. Yoshida is signed in. */
export async function readyToCarry(): Promise<Carrying> {
  const office = await staffedOffice()
  const { desk, world, contract, ourStick } = office
  const { items } = await receiptedFiles(office)
  world.set(at('12:00'))
  const ryo = await desk.people.register(takahashi)
  await desk.people.recordTraining({ personIds: [ryo.id], training })
  await desk.people.signPledge({ personId: ryo.id, pledge })
  const answer = await desk.packages.seal({ contractId: contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/out', namesHidden: true, level: 4 })
  if (answer.outcome !== 'verified') throw new Error('nobody called it off')
  world.machine.drives = [plugged(ourStick.serial)]
  await desk.packages.writeToMedium({ packageId: answer.package.id, medium: ourStick.no, folder: '/medium', volumeBytes: null, only: null, typed: null })
  world.signInAs('yoshida')
  return { ...office, takahashi: ryo, sealed: answer.package }
}

export const application = (office: Carrying, more: Partial<ApplyCarryOut> = {}): ApplyCarryOut => ({
  contractId: office.contract.id, kind: 'medium', content: '納品データ', quantity: 1, medium: office.ourStick.no, packages: [office.sealed.id], protection: '', personalInfo: false, myNumber: false, records: null,
  purpose: '納品確認', destination: '青葉野市役所 税務課', route: '社用車で直行・直帰', persons: [office.yoshida.id, office.takahashi.id], outFrom: at('13:00'), dueAt: at('17:00'), eraseAfterUse: true, eraseNote: '確認用端末に写したファイル', ...more,
})

/** Papers in a locked bag. */
export const papers = (office: Carrying, more: Partial<ApplyCarryOut> = {}): ApplyCarryOut =>
  application(office, { kind: 'document', content: '校正紙', quantity: 3, medium: null, packages: [], protection: '施錠できるかばん（鍵は作業責任者）', eraseAfterUse: false, eraseNote: '校正紙は持ち帰る', ...more })

export const cityApproval = { ref: 'R8税承0061', on: FOURTEENTH, toldBy: '森川 奏', conditions: '' }

export async function approved(office: Carrying, order = application(office)): Promise<CarryOut> {
  const { id } = await office.desk.carryOuts.apply(order)
  office.world.signInAs('mizuno')
  return office.desk.carryOuts.approve({ carryOutId: id, conditions: '' })
}

export async function permitted(office: Carrying, order = application(office)): Promise<CarryOut> {
  const { id } = await approved(office, order)
  office.world.signInAs('yoshida')
  return office.desk.carryOuts.permit({ carryOutId: id, ...cityApproval })
}

export const going = (office: Carrying, { id, kind }: CarryOut, more: Partial<GoOut> = {}): GoOut =>
  ({ carryOutId: id, persons: [office.yoshida.id, office.takahashi.id], folder: kind === 'medium' ? '/medium' : null, typed: null, ...more })

/** …and out of the door at one. */
export async function carriedOut(office: Carrying, order = application(office)): Promise<CarryOut> {
  const carryOut = await permitted(office, order)
  office.world.set(at('13:00'))
  return office.desk.carryOuts.goOut(going(office, carryOut))
}

export const back = (office: Carrying, { id, quantity }: CarryOut, more: Partial<ConfirmReturn> = {}): ConfirmReturn =>
  ({ carryOutId: id, at: office.world.now(), by: office.yoshida.id, quantity, storagePlace: '施錠キャビネットC-2', note: '', checker: { loginId: 'oba', password: PASSWORD }, ...more })
