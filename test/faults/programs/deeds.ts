import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../../../core/contract.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { Day } from '../../../core/time.ts'
import type { RealWorld } from '../../../main/world.ts'
import { designation, receiving } from '../../cast.ts'
import type { Words } from './talk.ts'

export interface Tools { desk: Desk; world: RealWorld; words: Words }
/** A deed that a victim dies of: what is made ready first, in peace, and then the deed itself. */
export interface Deed { prepare(tools: Tools): Promise<() => Promise<unknown>> }

const MARKER = '宛名：青葉野　太郎\n'
const word = (words: Words, name: string): string => words[name] ?? ''

export const deeds: Readonly<Record<string, Deed>> = {
  /** Several clerks at once, three times. */
  append: {
    prepare: async ({ desk, words }) => {
      const office = await officeOf(desk)
      return async () => {
        for (let round = 0; round < 3; round++) {
          const no = `${word(words, 'step')}-${round}`
          await Promise.all([
            desk.media.register(stickCalled(`A${no}`)), desk.media.register(stickCalled(`B${no}`)), desk.handovers.designate(designation(office)),
            desk.people.register({ name: `応援 ${no}`, kana: 'オウエン', company: null, employment: '派遣', title: '', email: '', tel: '', roles: ['worker'] }),
          ])
        }
      }
    },
  },

  receive: {
    prepare: async ({ desk, words }) => {
      const order = receiving(await desk.handovers.designate(designation(await officeOf(desk))), await officeOf(desk) as never, [word(words, 'in')])
      return () => desk.handovers.receive(order)
    },
  },

  seal: {
    prepare: async ({ desk, words }) => {
      const { contract } = await officeOf(desk)
      const items = await desk.packages.items({ contractId: contract.id })
      const volumes = word(words, 'volumes')
      const order = { contractId: contract.id, itemIds: items.slice(0, 4).map(({ id }) => id), paths: [], into: word(words, 'out'), namesHidden: volumes === '', level: volumes === '' ? 4 : 0, volumeBytes: volumes === '' ? null : Number(volumes) }
      return () => desk.packages.seal(order)
    },
  },

  write: {
    prepare: async ({ desk, words }) => {
      const { contract, ourStick } = await officeOf(desk)
      const [sealed] = (await desk.packages.list({ contractId: contract.id })).filter(({ state, volumes }) => state === 'verified' && volumes.length === 0)
      const order = { packageId: sealed!.id, medium: ourStick.no, folder: word(words, 'stick'), volumeBytes: word(words, 'volumes') === '' ? null : Number(word(words, 'volumes')), only: null, typed: null }
      return () => desk.packages.writeToMedium(order)
    },
  },

  wipeFiles: {
    prepare: async ({ desk, words }) => {
      const folder = join(word(words, 'work'), word(words, 'step'))
      mkdirSync(join(folder, '内訳'), { recursive: true })
      writeFileSync(join(folder, '宛名.csv'), MARKER.repeat(8_000))
      for (let n = 0; n < 6; n++) writeFileSync(join(folder, '内訳', `${n}.csv`), MARKER)
      const plan = await planned(desk, { kind: 'files', medium: null, paths: [folder], mediaName: 'PC-021', unit: '式', method: 'files', end: '廃棄' })
      return () => desk.disposals.wipeFiles({ planId: plan.id, targetNo: 1, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: false, witness: null, second: null })
    },
  },

  wipeMedium: {
    prepare: async ({ desk, words }) => {
      const serial = word(words, 'serial')
      const known = (await desk.media.list()).find((medium) => medium.serial === serial)
      const medium = known ?? await desk.media.register({ ...stickCalled(serial), capacityBytes: null })
      const resume = word(words, 'resume')
      const { contract } = await officeOf(desk)
      const target = { kind: 'medium', medium: medium.no, paths: [], mediaName: 'USBメモリ', unit: '個', method: 'overwrite-tile', end: '再利用' }
      // A plan that a kill kept from being carried out is carried out now.
      const plans = async () => desk.disposals.list({ contractId: contract.id })
      const planId = resume === ''
        ? (await planned(desk, target).catch(async (error: unknown) => (await plans()).find(({ no }) => no === planIn(error)) ?? Promise.reject(error))).id
        : (await desk.disposals.wipes({ contractId: contract.id })).find(({ id }) => id === resume)?.planId
      return () => desk.disposals.wipe({ planId: planId!, targetNo: 1, drivePath: word(words, 'device'), typedSerial: serial, readBack: 'full', witness: null, second: null, resume: resume === '' ? null : resume as never })
    },
  },

  import: { prepare: async ({ desk, words }) => () => desk.city.import({ paths: [word(words, 'in')], cityReceiptNo: null }) },

  create: {
    prepare: async ({ desk, words }) => () => desk.vault.create({
      organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' },
      administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: word(words, 'password'), roles: ['supervisor'] },
    }),
  },

  changePassword: { prepare: async ({ desk, words }) => () => desk.vault.changePassword({ current: word(words, 'current'), next: word(words, 'next') }) },

  /** An account is given, fails at the door until it is locked out, and is taken away. */
  accounts: {
    prepare: async ({ desk, words }) => {
      const { id: personId } = await desk.people.register({ name: `臨時 ${word(words, 'step')}`, kana: 'リンジ', company: null, employment: '派遣', title: '', email: '', tel: '', roles: ['worker'] })
      return async () => {
        await desk.people.giveAccount({ personId, loginId: `rinji-${word(words, 'step')}`, password: word(words, 'next') })
        await desk.people.suspendAccount({ personId, reason: '研修中' } as never)
      }
    },
  },

  issue: {
    prepare: async ({ desk, words }) => {
      const office = await officeOf(desk)
      const handover = await desk.handovers.designate(designation(office))
      await desk.handovers.receive(receiving(handover, office as never, [word(words, 'in')]))
      return async () => {
        const { id } = await desk.receipts.issue({ handoverId: handover.id })
        await desk.receipts.save({ id, into: word(words, 'out') })
      }
    },
  },

  exports: {
    prepare: async ({ desk, words }) => {
      const { contract } = await officeOf(desk)
      const into = word(words, 'out')
      const rows = { contractId: contract.id, ledger: 'media' as const, search: '', filters: [], sort: null, into, columns: [] }
      return async () => {
        for (const format of ['csv-utf8', 'xlsx', 'pdf'] as const) await desk.ledgers.export({ ...rows, format } as never)
        await desk.ledger.export({ into: join(into, `ledger-${word(words, 'step')}`) })
        await desk.evidence.pack({ contractId: contract.id, into } as never)
      }
    },
  },

  /** Two backups, the older ones beyond two removed; those that lie there are restorable, whatever ended the one that made them. */
  backup: {
    prepare: async ({ desk, words }) => {
      const folder = word(words, 'work')
      for (const { path } of await desk.backup.list({ folder })) {
        const verdict = await desk.backup.verify({ path })
        if (verdict.outcome !== 'sound') throw new Error(`${path} is a backup that cannot be restored: ${JSON.stringify(verdict)}`)
      }
      await desk.backup.setPlan({ plan: { folder, at: '12:00', keep: 2 } })
      return async () => {
        await desk.backup.make({ folder: null })
        await desk.backup.make({ folder: null })
      }
    },
  },

  /** Over the vault that lies there, which is moved aside. */
  restore: {
    prepare: async ({ desk, words }) => {
      await desk.vault.lock()
      const order = { path: word(words, 'backup'), opening: { kind: 'password' as const, loginId: 'mizuno', password: word(words, 'password') }, witness: null }
      return () => desk.backup.restore({ ...order, confirmation: null } as never).catch((error: unknown) => desk.backup.restore({ ...order, confirmation: confirmationIn(error) } as never))
    },
  },

  rebuild: { prepare: async ({ world }) => async () => world.vault.ledger().rebuild() },
}

/** What whoever restores is asked to type, since what lies there is longer. */
function confirmationIn(error: unknown): string {
  const [first] = error instanceof Refusal ? error.objections : []
  if (first?.code !== 'backup-behind') throw error
  return first.facts.confirmation
}

/** The plan that a medium stands in already. */
function planIn(error: unknown): string | undefined {
  const [first] = error instanceof Refusal ? error.objections : []
  return first?.code === 'medium-planned-already' ? first.facts.plan : undefined
}

const stickCalled = (serial: string) => ({
  no: null, type: 'USBメモリ' as const, maker: '', model: '', serial, capacityBytes: 16e9, owner: '乙' as const, ownerNo: '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: '大庭 健吾',
})

/** The things of the staffed office (test/cast.ts), as the ledger knows them. */
async function officeOf(desk: Desk) {
  const [contract] = await desk.contracts.list()
  const media = await desk.media.list()
  const [mizuno, oba] = await desk.people.list()
  return { contract: contract!, mizuno: mizuno!, oba: oba!, cityStick: media.find(({ owner }) => owner === '甲')!, ourStick: media.find(({ serial }) => serial === 'AZ0003K7Q1')! }
}

async function planned(desk: Desk, target: object) {
  const { contract, mizuno, oba } = await officeOf(desk)
  return desk.disposals.plan({
    contractId: contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階 第2作業室', operator: oba.id, verifier: mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
    targets: [{ itemIds: [], information: '作業用複製', quantity: 1, importanceClass: 'その他', myNumber: false, consentRef: '', ...target } as never],
  })
}
