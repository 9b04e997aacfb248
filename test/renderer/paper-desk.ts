import type { OperationName } from '../../core/contract.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import type { Message, Wire } from '../../core/wire/message.ts'
import { sanitizes } from '../paper-machine.ts'
import * as facts from './paper-facts.ts'
import { importAnswers } from './paper-imports.ts'
import { cityOfficeAnswers } from './paper-city-office.ts'
import { backupAnswers } from './paper-backups.ts'
import { carryOutAnswers } from './paper-carryouts.ts'
import { flowAnswers } from './paper-flows.ts'
import { auditAnswers } from './paper-audits.ts'
import { incidentAnswers } from './paper-incidents.ts'
import { ledgerAnswers } from './paper-ledgers.ts'
import { issuedLetters, letterAnswers } from './paper-letters.ts'
import { sendingAnswers } from './paper-sending.ts'
import * as pack from './paper-packages.ts'
import * as settled from './paper-settlement.ts'
import { staffingAnswers } from './paper-staffing.ts'
import * as paper from './paper-wipes.ts'
import { workplaceAnswers } from './paper-workplace.ts'

/**
 * A desk of paper, for looking at screens: it tells of the scenario, of nothing, of failure, or of names that are too
 * long. It decides nothing and remembers little, and it is never built into the product.
 */
export type Scene = 'ordinary' | 'empty' | 'errors' | 'hostile' | 'city' | 'city-empty' | 'city-fresh' | 'city-errors' | 'city-hostile' | 'absent' | 'locked' | 'frozen' | 'cancelled'
type Answer = (input: never, tell: (progress: unknown) => void, isCalledOff: () => boolean) => unknown

/** `slow` makes jobs take so many times as long. */
export function paperDesk(scene: Scene, slow = 1): Wire {
  const answers = answersOf(scene, slow)
  return {
    call(name, input, hear) {
      let calledOff = false
      const say = (message: Message): void => hear(message)
      void (async () => {
        await pause(30)
        const answer = answers[name as OperationName]
        try {
          if (!answer) throw new Error(`paper knows nothing of ${name}`)
          say({ done: await answer(input as never, (progress) => say({ progress }), () => calledOff) })
        } catch (refused) {
          say(refused instanceof Refusal ? { refused: refused.objections } : { broken: { incident: '20261211-0001' } })
        }
      })()
      return () => { calledOff = true }
    },
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
const objection = (code: string, article: string | null, given: object) => ({ code, article, rule: null, facts: given }) as unknown as Objection
const refuse = (code: string, article: string | null, given: object): never => { throw new Refusal([objection(code, article, given)]) }

function answersOf(scene: Scene, slow: number): Partial<Record<OperationName | `shell.${string}`, Answer>> {
  let state = scene === 'absent' ? 'absent' : scene === 'locked' ? 'locked' : 'open'
  let owed: string[] = []
  const paperRows = Array.from({ length: 33 }, (_, top) => Array.from({ length: 33 }, (_, left) => ((top * 7 + left * 13 + top * left) % 3 === 0 ? '1' : '0')).join(''))
  const isCity = scene.startsWith('city')
  const organisation = isCity ? facts.aobano : scene === 'hostile' ? { ...facts.hikarinooka, name: long(facts.hikarinooka.name) } : facts.hikarinooka
  const person = isCity ? { personId: 'p1', name: '森川 奏', loginId: 'morikawa', roles: ['administrator', 'cityOfficer'] } : { personId: 'p3', name: '𠮷田 美咲', loginId: 'yoshida', roles: ['administrator', 'supervisor', 'worker'] }
  const status = () => ({ state, organisation: state === 'open' ? organisation : null, session: state === 'open' ? { ...person, since: facts.at('2026-12-11T09:00:00') } : null, idleLockMinutes: 10, openQuestions: 0, owed })
  const some = <T>(list: readonly T[]): readonly T[] => (scene.endsWith('empty') ? [] : scene.endsWith('hostile') ? hostile(list) : list)

  return {
    'vault.status': status,
    'vault.create': (input: { organisation: { name: string } }) => { state = 'open'; return { status: { ...status(), organisation: { ...facts.hikarinooka, name: input.organisation.name } }, recoveryKey: 'K7QM-2V9X-4HTB-88RC-W0JN-3NPE-71GA-ZK5D' } },
    'vault.unlock': ({ password, code }: { password: string; code?: string }) => {
      if (password === 'locked') return refuse('locked-out', '11(10)ア', { until: '令和8年12月11日 9時35分', failures: 5 })
      if (password === 'code' && !code) return refuse('code-needed', '11(10)ア', {})
      if (password === 'code' && code !== '123456') return refuse('wrong-code', '11(10)ア', { triesLeft: 3 })
      if (password === 'damaged' || (password === 'damaged-code' && code)) return refuse('vault-damaged', '17②', { what: 'vault.db' })
      if (password === 'damaged-code') return refuse('code-needed', '11(10)ア', {})
      if (password === 'given') { owed = ['own password']; state = 'open'; return status() }
      if (password !== 'paper' && password !== 'code') return refuse('wrong-password', '11(10)ア', { triesLeft: 3 })
      state = 'open'
      return status()
    },
    'vault.lock': () => { state = 'locked'; return status() },
    'vault.rescue': ({ password, into }: { password: string; into: string }) => (password === 'damaged-code'
      ? refuse('target-exists', null, { path: into })
      : { folder: into, entries: 1_184, total: 1_201, missing: [{ from: 640, to: 655 }, { from: 1_003, to: 1_003 }], contradicting: [], proved: 640, pages: 812, damagedPages: 3, blobs: 57, blobsMissing: 0 }),
    'vault.recover': () => refuse('wrong-recovery-key', null, {}),
    'vault.changePassword': () => { owed = []; return undefined },
    'vault.access': () => ({ cost: { N: 2 ** 17, r: 8, p: 1, milliseconds: 642 }, factor: isCity ? { since: facts.at('2026-12-01T09:00:00'), recoveryCodesLeft: 9 } : null, factorRequired: isCity }),
    'vault.offerFactor': () => ({ key: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/Azukari:yoshida', rows: paperRows }),
    'vault.setFactor': () => ({ recoveryCodes: Array.from({ length: 10 }, (_, n) => `K7QM${n}-2V9XA`) }),
    'vault.renewRecoveryKey': () => ({ recoveryKey: 'K7QM-2V9X-4HTB-88RC-W0JN-3NPE-71GA-ZK5D' }),
    'vault.publicKeys': () => facts.publicKeys,
    'vault.saveKeyNotice': ({ into }: { into: string }) => ({ paths: [`${into}/公開鍵届.json`, `${into}/公開鍵届.json.p7s`] }),
    'home.today': () => (scene === 'empty' ? { ...facts.today, cards: [] } : scene === 'hostile' ? { ...facts.today, cards: hostileCards() } : facts.today),
    'home.settle': () => ({ ...facts.today, cards: facts.today.cards.filter(({ kind }) => kind !== 'question') }),
    'contracts.list': () => some([scene === 'errors' ? { ...facts.contract, counterpartKey: { ...facts.contract.counterpartKey, encryption: null } } : facts.contract]),
    'contracts.open': () => { throw new Refusal([{ code: 'contract-exists', article: '1', rule: null, facts: { contractNo: 'R8-税-017' } }, objection('certification-missing', '4', { day: '2026-12-11' })]) },
    'contracts.hashFile': ({ path }: { path: string }) => ({ name: path.split('/').at(-1), size: 48_211, sha256: '5'.repeat(64) }),
    'contracts.addRecipient': () => facts.contract, 'contracts.agreeService': () => facts.contract,
    'contracts.registerKey': () => refuse('fingerprint-differs', null, { organisation: '青葉野市' }),
    'people.list': () => some(facts.people),
    'people.register': () => facts.people[3], 'people.recordTraining': () => [], 'people.signPledge': () => facts.people[3], 'people.giveAccount': () => refuse('login-taken', '11(10)ア', { loginId: 'takahashi' }), 'people.resumeAccount': () => facts.people[3],
    'media.list': () => some(facts.media),
    'media.register': () => refuse('serial-exists', '11(5)', { serial: 'AZ0003K7Q1', no: 'MED-2026-0003' }),
    'viruses.scanner': () => (scene === 'errors' ? { name: 'ClamAV', engine: '1.4.6', signatures: { version: '27812', date: 0 } } : null), 'viruses.list': () => (scene === 'empty' ? [] : pack.scans),
    'viruses.scan': async (_: never, tell, isCalledOff) => {
      if (scene === 'city') throw new Refusal([objection('medium-unregistered', '11(5)', { serial: 'PRIV-9999' })])
      const told = (progress: unknown): void => { const { filesDone, filesTotal } = progress as Record<'filesDone' | 'filesTotal', number>; tell({ filesDone, filesTotal }) }
      return (await work(told, isCalledOff, slow)) ? (scene === 'errors' ? pack.found : pack.clean) : { ...pack.clean, result: 'abandoned' }
    },
    'handovers.list': () => some(facts.handovers),
    'handovers.designate': () => facts.handovers[3],
    'handovers.items': () => some(facts.items),
    'handovers.look': ({ paths }: { paths: string[] }) => ({ files: facts.listed.map(({ name, size }) => ({ name, size })), totalBytes: 1096, troubles: scene === 'errors' ? [{ path: paths[0], what: 'source-unreadable' }] : [] }),
    'handovers.receive': async (_: never, tell, isCalledOff) => {
      if (scene === 'errors') throw new Refusal([objection('handover-not-as-designated', '14', { differs: '日時、場所：税務課窓口→会議室' }), objection('virus-check-missing', '11(10)カ', { medium: 'MED-2026-0004' })])
      return (await work(tell, isCalledOff, slow)) ? { outcome: 'received', handover: facts.handovers[1], items: facts.items } : { outcome: 'abandoned' }
    },
    'handovers.noteDifference': () => facts.handovers[1],
    ...letterAnswers(scene),
    'receipts.list': () => some([...facts.documents, ...issuedLetters]),
    'receipts.issue': () => facts.documents[1],
    'receipts.save': ({ into }: { into: string }) => ({ paths: [`${into}/A-R8-017-001.pdf`, `${into}/A-R8-017-001.json`, `${into}/A-R8-017-001.csv`] }),
    'receipts.acknowledge': () => refuse('acknowledgement-unmatched', '14', { docNo: 'A-R8-017-009' }),
    'media.stockTakes': () => (scene === 'empty' ? [] : paper.stockTakes), 'media.takeStock': () => paper.stockTakes[0],
    'media.drives': () => (scene === 'empty' ? [] : paper.drives),
    'disposals.list': () => some(paper.plans), 'disposals.wipes': () => (scene === 'empty' ? [] : paper.wipes),
    'disposals.plan': () => { throw new Refusal([objection('plan-facts-missing', '15②', { missing: 'information,method' }), objection('method-below-class', '15④', { medium: 'USBメモリ', level: 'Clear', least: 'Destroy', importanceClass: '重要情報' })]) },
    'disposals.wipe': async (_: never, tell, isCalledOff) => {
      if (scene === 'errors') throw new Refusal([objection('notice-not-submitted', '15②', { no: 'D-R8-017-001' }), objection('drive-of-other-serial', '11(5)', { no: 'MED-2026-0003', serial: 'AZ0003K7Q1', found: 'AZ0004M2W8' })])
      return (await work(tell, isCalledOff, slow)) ? { outcome: 'ended', wipe: paper.wipes[0] } : { outcome: 'abandoned', wipe: paper.wipes[3] }
    },
    'disposals.lookAtFiles': () => ({
      outcome: 'seen', names: 48, files: 41, bytes: 312_004_110, sha256: 'ef'.repeat(32), limits: ['names-in-journal', 'slack-of-living-files', 'flash-spare'], findingsMore: 0,
      findings: [{ path: '/home/yoshida/作業/校正/宛名.xlsx', finding: 'open-elsewhere' }, { path: '/home/yoshida/作業/R9納税通知書/控え.csv', finding: 'hard-link' }],
    }),
    'disposals.wipeFiles': async (_: never, tell, isCalledOff) => ((await work(tell, isCalledOff, slow)) ? { outcome: 'ended', wipe: paper.wipes.find(({ files }) => files) } : { outcome: 'abandoned', wipe: null }),
    'disposals.abilities': () => sanitizes(),
    'disposals.recordExternal': () => refuse('wipe-log-of-other-serial', '11(5)', { no: 'MED-2026-0003', serial: 'AZ0003K7Q1', found: 'AZ0004M2W8' }),
    'settlement.balance': () => (scene === 'empty' ? { ...settled.balance, receipts: [], open: [], openCount: 0, media: [] } : scene === 'errors' ? settled.settledBalance : scene === 'hostile' ? settled.hostileBalance : settled.balance),
    'settlement.handBacks': () => some(settled.handBacks), 'settlement.returnItems': () => refuse('item-settled', '15①', { name: 'R09_shiminzei_atena.csv' }),
    'contracts.close': () => refuse('information-left', '15①', { count: 2, open: 'item:1,medium:1' }),
    'packages.items': () => some(facts.items), 'packages.list': () => some(pack.packages),
    'packages.writings': () => (scene === 'empty' ? [] : pack.writings), 'packages.planSplit': (input: never) => pack.plan(input),
    'packages.seal': async ({ lock }: { lock?: { kind: string } }, tell, isCalledOff) => ((await work(tell, isCalledOff, slow)) ? lock?.kind === 'envelope' ? pack.enveloped : { outcome: 'verified', package: facts.packages[0], passphrase: 'Kd7mW-9xTzr-Hq4Ba-pLn82-VgYc6' } : { outcome: 'abandoned' }),
    'packages.writeToMedium': async (_: never, tell, isCalledOff) => {
      if (scene === 'errors') throw new Refusal([objection('medium-serial-unread', '11(5)', { no: 'MED-2026-0003' }), objection('plain-file-beside', '11(3)', { names: '名簿.xlsx、メモ.txt', count: 2 })])
      return (await work(tell, isCalledOff, slow)) ? { outcome: 'written', writing: pack.written } : { outcome: 'abandoned' }
    },
    'packages.verify': async (_: never, tell, isCalledOff) => ((await work(tell, isCalledOff, slow)) ? (scene === 'errors' ? pack.differs : isCity ? { ...pack.verified, sender: facts.hikarinooka.name } : pack.verified) : { outcome: 'abandoned' }),
    'packages.open': async ({ path }: { path: string }, tell, isCalledOff) => {
      if (scene === 'errors') return refuse('package-key-wrong', '11(3)', { path })
      return (await work(tell, isCalledOff, slow)) ? pack.opened : { outcome: 'abandoned' }
    },
    ...carryOutAnswers(scene, some),
    ...flowAnswers(some), ...incidentAnswers(some, scene === 'frozen'), ...auditAnswers(some, scene === 'cancelled'),
    ...backupAnswers(scene.endsWith('empty'), refuse),
    ...staffingAnswers(scene, some),
    ...workplaceAnswers(scene, some),
    ...ledgerAnswers(scene, isCity, some(facts.media), some(facts.people)),
    ...sendingAnswers(scene, some),
    'mailings.checkTracking': ({ raw }: { raw: string }) => ({ digits: raw.replace(/\D/g, ''), printed: raw, valid: raw.endsWith('3'), warnings: raw.startsWith('5') ? ['perhaps-tokutei-kiroku'] : [] }),
    'mailings.draft': () => { throw new Refusal([objection('service-not-registered-class', '11(4)', { carrier: '日本郵便', service: 'レターパックライト' }), objection('plain-file-beside', '11(3)', { names: '納品書.xlsx', count: 1 })]) },
    'mailings.confirmShinten': () => facts.mailings[1], 'mailings.dispatch': () => facts.mailings[2], 'mailings.tellKey': () => refuse('key-by-same-mail', '11(7)', {}), 'mailings.arrive': () => facts.mailings[2],
    'mails.draft': () => facts.mails[0], 'mails.confirmRecipients': () => facts.mails[0], 'mails.sent': () => facts.mails[1], 'mails.tellKey': () => facts.mails[1], 'mails.received': () => facts.mails[1],
    'documents.verify': () => [facts.verification('A-R8-017-001.pdf', 'verified')],
    ...importAnswers(scene, some),
    ...cityOfficeAnswers(scene),
    'city.acknowledge': ({ into }: { into: string }) => ({ paths: [`${into}/収受通知_A-R8-017-001.json`] }),
    'ledger.entries': ({ from, count }: { from: number; count: number }) => ({ size: some(facts.entries).length, entries: some(facts.entries).slice(from, from + count) }),
    'ledger.verify': async (_: never, tell) => { for (let done = 0; done <= 15; done++) { tell({ done, total: 15 }); await pause(30) } return { size: 15, root: 'ab'.repeat(32), checkpoint: 'azukari/hikarinooka\n15\nq83v…', problems: scene === 'errors' ? [{ seq: 7, what: 'hash' }] : [] } },
    'ledger.export': ({ into }: { into: string }) => ({ files: [`${into}/ledger.jsonl`, `${into}/checkpoint.txt`], size: 15, root: 'ab'.repeat(32) }),
    'shell.pickFiles': () => location.hash.endsWith('/open') ? ['/home/yoshida/届いたもの/P-R8-017-002.zip', ...(scene === 'errors' ? [] : ['/home/yoshida/届いたもの/P-R8-017-002.key.p7m'])] : ['/home/yoshida/受領/R09_shiminzei_atena.csv', '/home/yoshida/受領/R09_record_layout.csv', '/home/yoshida/受領/R09_futo_sample.txt'],
    'shell.pickFolder': () => (/pack(\?.*)?$|media/.test(location.hash) ? '/media/yoshida/NOUHIN' : '/home/yoshida/送付'),
    'shell.showInFolder': () => true, 'shell.openExternal': () => true,
  }
}

async function work(tell: (progress: unknown) => void, isCalledOff: () => boolean, slow: number): Promise<boolean> {
  const bytesTotal = 2_880_310_442
  for (const phase of ['reading', 'writing', 'verifying']) {
    for (let step = 0; step <= 10; step++) {
      if (isCalledOff()) return false
      tell({ phase, bytesDone: (bytesTotal / 10) * step, bytesTotal, filesDone: step, filesTotal: 10 })
      await pause(20 * slow)
    }
  }
  return true
}

const long = (name: string): string => `${name}・${'長い名前の確認のための文字列'.repeat(9)}`.slice(0, 120)

function hostile<T>(list: readonly T[]): readonly T[] {
  const stretched = list.map((one) => stretch(one) as T)
  const keyed = stretched[0] as Record<string, unknown> | undefined
  if (!keyed || 'contractNo' in keyed || 'seq' in keyed) return stretched
  const key = 'no' in keyed ? 'no' : 'id'
  return Array.from({ length: 9_999 }, (_, index) => ({ ...(stretched[index % stretched.length] as object), [key]: key === 'no' && typeof keyed['no'] === 'number' ? index + 1 : `${String(keyed[key])}-${index}` }) as T)
}

function stretch(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stretch)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ['title', 'name', 'purpose', 'storagePlace', 'section', 'content', 'subject', 'place'].includes(key) && typeof one === 'string' ? long(one) : stretch(one)]))
}

const hostileCards = () => Array.from({ length: 40 }, (_, index) => {
  const one = facts.today.cards[index % facts.today.cards.length] ?? facts.today.cards[0]
  return { ...one, subjectId: `s${index}`, subject: long('髙﨑𠮷田') }
})
