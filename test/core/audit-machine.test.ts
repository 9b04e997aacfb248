import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audit } from '../../core/audits/audit.ts'
import { auditState, findingState, notPutRight, unanswered } from '../../core/audits/rules.ts'
import { Refusal } from '../../core/refusal.ts'
import { DAY, dayOf, HOUR, type Instant } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'

const RUNS = sized(10, 150)
const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
const as = async (office: StaffedOffice, loginId: string, act: () => Promise<unknown>) => {
  office.world.signInAs(loginId)
  await act().finally(() => office.world.signInAs('mizuno'))
}
const acts: Readonly<Record<string, (office: StaffedOffice, audit: Audit) => Promise<unknown>>> = {
  hold: ({ desk, world }, { id }) => desk.audits.hold({ auditId: id, from: world.now(), to: null, auditors: '𠮷髙 實', place: '', attendees: '', remarks: '' }),
  ask: ({ desk, world }, { id }) => desk.audits.ask({ auditId: id, kind: '説明', what: '鍵の管理', askedBy: '𠮷髙 實', askedAt: world.now(), dueOn: null }),
  answer: ({ desk, world }, { id, requests }) => desk.audits.answer({ auditId: id, requestNo: requests.length, what: '説明した。', documentIds: [], at: world.now() }),
  'answer nothing': ({ desk, world }, { id }) => desk.audits.answer({ auditId: id, requestNo: 1, what: '', documentIds: [], at: world.now() }),
  find: ({ desk, world, oba }, { id }) => desk.audits.find({ auditId: id, what: '記入漏れ', dueOn: dayOf((world.now() + 14 * DAY) as Instant), responsible: oba.id }),
  correct: ({ desk, world }, { id }) => desk.audits.correct({ auditId: id, findingNo: 1, action: '記入した。', on: dayOf(world.now()) }),
  'correct the second': ({ desk, world }, { id }) => desk.audits.correct({ auditId: id, findingNo: 2, action: '記入した。', on: dayOf(world.now()) }),
  'confirm alone': ({ desk }, { id }) => desk.audits.confirm({ auditId: id, findingNo: 1, found: 'put right', note: '' }),
  confirm: (office, { id }) => as(office, 'oba', () => office.desk.audits.confirm({ auditId: id, findingNo: 1, found: 'put right', note: '' })),
  'send back': (office, { id }) => as(office, 'oba', () => office.desk.audits.confirm({ auditId: id, findingNo: 1, found: 'not yet', note: 'まだ' })),
  close: ({ desk, world }, { id }) => desk.audits.close({ auditId: id, cityRef: 'R8総監0031', on: dayOf(world.now()), toldBy: '𠮷髙 實' }),
  'close by a worker': (office, { id }) => as(office, 'yoshida', () => office.desk.audits.close({ auditId: id, cityRef: 'R8総監0031', on: dayOf(office.world.now()), toldBy: '𠮷髙 實' })),
}

test('whatever is done in whatever order: nothing that was written goes away, nobody confirms their own work, and the end waits for everything', async () => {
  const begun = [[], ['hold'], ['hold', 'find', 'correct'], ['hold', 'ask', 'answer', 'find', 'correct', 'confirm']]
  await fc.assert(fc.asyncProperty(fc.constantFrom(...begun), fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 9 }), async (first, then) => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    let before = await desk.audits.begin({ contractId: contract.id, kind: '立入検査', cityRef: '', auditors: '𠮷髙 實', announcedOn: null, plannedAt: world.now(), place: '', subject: '管理の状況' })
    for (const name of [...first, ...then]) {
      world.pass(HOUR)
      const done = await attempt(acts[name]!(office, before))
      const [now] = await desk.audits.list({ contractId: contract.id })
      if (!done) expect(now, name).toEqual(before)
      if (name === 'confirm alone' || name === 'close by a worker' || name === 'answer nothing' || before.state === 'closed') expect([name, done]).toEqual([name, false])
      expect(now!.state).toBe(auditState(now!))
      expect([now!.requests.length - before.requests.length, now!.findings.length - before.findings.length].every((more) => more === 0 || more === 1)).toBe(true)
      for (const [i, finding] of before.findings.entries()) expect(now!.findings[i]!.corrections.length).toBeGreaterThanOrEqual(finding.corrections.length)
      for (const finding of now!.findings) {
        for (const { by, confirmed } of finding.corrections) expect(confirmed?.by).not.toBe(by)
        if (findingState(finding) === 'put right') expect(finding.corrections.at(-1)?.confirmed?.found).toBe('put right')
      }
      if (now!.state === 'closed') expect([notPutRight(now!), unanswered(now!), now!.held === null]).toEqual([[], [], false])
      expect((await world.ledger.read()).reading.open('audit').length).toBe(now!.state === 'closed' ? 0 : 1)
      before = now!
    }
  }), { numRuns: RUNS })
})
