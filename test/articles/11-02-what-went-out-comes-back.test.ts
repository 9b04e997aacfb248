import { describe, expect, test } from 'vitest'
import { HOUR } from '../../core/time.ts'
import { article } from '../article.ts'
import { PASSWORD } from '../cast.ts'
import { application, at, back, carriedOut, papers, permitted, readyToCarry } from '../core/carryouts-cast.ts'
import { codesAgainst, refused } from '../refused.ts'

article('11(2)', () => {
  describe('the return', () => {
    test('is confirmed by nobody who carried it, with an ID and a password of their own', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.set(at('16:20'))
      const { confirmReturn } = office.desk.carryOuts
      expect(await codesAgainst(confirmReturn(back(office, out, { checker: { loginId: 'yoshida', password: PASSWORD } })))).toEqual(['same-person'])
      expect(await refused(confirmReturn(back(office, out, { by: office.takahashi.id, checker: { loginId: 'yoshida', password: PASSWORD } })))).toMatchObject([{ code: 'carrier-cannot-confirm', facts: { person: '𠮷田 美咲' } }])
      expect(await codesAgainst(confirmReturn(back(office, out, { checker: { loginId: 'oba', password: 'guess' } })))).toEqual(['wrong-password'])
      expect((await office.desk.carryOuts.list({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'out', returned: null })
    })

    test('says where it is locked away, and lies between the going and now', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.set(at('16:20'))
      expect(await codesAgainst(office.desk.carryOuts.confirmReturn(back(office, out, { storagePlace: '', quantity: 0 })))).toEqual(['quantity-differs', 'medium-not-back', 'storage-place-missing'])
      expect(await codesAgainst(office.desk.carryOuts.confirmReturn(back(office, out, { at: at('12:30') })))).toEqual(['before-its-time'])
      expect(await codesAgainst(office.desk.carryOuts.confirmReturn(back(office, out, { at: at('18:00') })))).toEqual(['time-in-future'])
    })

    test('is not 完了 while the erasure at the destination is not told', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.set(at('16:20'))
      expect(await office.desk.carryOuts.confirmReturn(back(office, out))).toMatchObject({ state: 'back' })
      expect((await office.desk.home.today()).cards.find(({ subjectId }) => subjectId === out.id)).toMatchObject({ kind: 'todo', code: 'erasure-awaited' })

      const erasure = { carryOutId: out.id, outcome: 'not applicable' as const, at: at('15:40'), by: office.yoshida.id, note: '' }
      expect(await codesAgainst(office.desk.carryOuts.recordErasure(erasure))).toEqual(['erasure-unexplained'])
      expect(await office.desk.carryOuts.recordErasure({ ...erasure, note: '画面で見せただけで、写していない' })).toMatchObject({ state: 'completed', erasure: { outcome: 'not applicable' } })
      expect(await codesAgainst(office.desk.carryOuts.recordErasure(erasure))).toEqual(['state-does-not-allow'])
    })

    test('of what left nothing behind is 完了 at once', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office, papers(office))
      expect(await office.desk.carryOuts.confirmReturn(back(office, out))).toMatchObject({ state: 'completed', erasure: null })
    })

    test('its history names who confirmed it, and not only who sat at the desk', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office, papers(office))
      await office.desk.carryOuts.confirmReturn(back(office, out))
      const { lines } = await office.desk.ledgers.history({ ledger: 'carry-outs', id: out.id })
      const returned = lines.find(({ type }) => type === 'carry-out-returned')
      expect(returned).toMatchObject({ confirmedBy: office.oba.name })
      expect(returned?.by).not.toBe(office.oba.name)
      expect(lines[0]).toMatchObject({ type: 'carry-out-applied', confirmedBy: null })
    })

    test('a medium that is out is in nobody\'s hands for anything else, and cannot go twice', async () => {
      const office = await readyToCarry()
      const second = await permitted(office)
      await carriedOut(office)
      expect(await codesAgainst(office.desk.carryOuts.apply(application(office)))).toEqual(['medium-not-in-store'])
      expect(await codesAgainst(office.desk.carryOuts.goOut({ carryOutId: second.id, persons: [office.yoshida.id], folder: '/medium', typed: null }))).toEqual(['medium-not-in-store'])
    })
  })

  describe('R-10 what is late', () => {
    test('R-10 a reminder is written down: who, when and how', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.set(at('17:05'))
      const order = { carryOutId: out.id, persons: [office.yoshida.id], how: '電話' as const, at: at('17:03'), note: '渋滞中、17時40分に戻る' }
      office.world.signInAs('oba')
      expect(await office.desk.carryOuts.remind(order)).toMatchObject({ state: 'out', reminders: [{ persons: [office.yoshida.id], how: '電話', at: at('17:03'), by: office.oba.id }] })
      expect(await codesAgainst(office.desk.carryOuts.remind({ ...order, at: at('12:00') }))).toEqual(['before-its-time'])
      await office.desk.carryOuts.confirmReturn({ ...back(office, out), checker: { loginId: 'oba', password: PASSWORD } })
      expect(await codesAgainst(office.desk.carryOuts.remind(order))).toEqual(['state-does-not-allow'])
    })

    test('R-10 after how many hours an incident is drafted is the contract\'s own; only the office\'s heads set it', async () => {
      const office = await readyToCarry()
      const contractId = office.contract.id
      expect(await office.desk.carryOuts.alarm({ contractId })).toEqual({ contractId, incidentAfterHours: 24 })
      expect(await codesAgainst(office.desk.carryOuts.setAlarm({ contractId, incidentAfterHours: 4 }))).toEqual(['not-your-office'])
      office.world.signInAs('mizuno')
      expect(await office.desk.carryOuts.setAlarm({ contractId, incidentAfterHours: 4 })).toMatchObject({ incidentAfterHours: 4 })
      expect(await office.desk.carryOuts.alarm({ contractId })).toMatchObject({ incidentAfterHours: 4 })
    })
  })

  describe('lost on the way (Art. 18①)', () => {
    test('the medium is of no use any more, and the draft of the report stands at once with what the ledger knows', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.pass(HOUR)
      const lost = await office.desk.carryOuts.reportLost({ carryOutId: out.id, foundAt: at('13:50'), place: '青葉野駅', circumstances: '改札でかばんがないことに気付いた' })
      expect(lost).toMatchObject({ state: 'lost', lost: { place: '青葉野駅', by: office.yoshida.id } })
      expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)).toMatchObject({ state: '紛失' })
      expect(await office.desk.media.losses()).toMatchObject([{ medium: office.ourStick.no, items: 1, packages: [office.sealed.no], personalInfo: true }])
      const [incident] = await office.desk.incidents.list({ contractId: office.contract.id })
      expect(incident).toMatchObject({ no: 'I-R8-017-001', kind: 'medium-lost', subject: out.no, place: '青葉野駅', items: 1, personalInfo: true, foundBy: office.yoshida.id })
      expect(incident?.encryption).toContain('AES-256')
      expect(await codesAgainst(office.desk.carryOuts.confirmReturn(back(office, out)))).toEqual(['state-does-not-allow'])
    })

    test('a medium that the media\'s desk reports lost while it is out ends its carry-out too', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office)
      office.world.pass(HOUR)
      await office.desk.media.reportLost({ no: office.ourStick.no, foundAt: at('13:50'), place: '車内', circumstances: '見当たらない' })
      expect((await office.desk.carryOuts.list({ contractId: office.contract.id }))[0]).toMatchObject({ id: out.id, state: 'lost' })
      expect(await office.desk.incidents.list({ contractId: office.contract.id })).toHaveLength(1)
    })

    test('papers are lost like anything else', async () => {
      const office = await readyToCarry()
      const out = await carriedOut(office, papers(office))
      await office.desk.carryOuts.reportLost({ carryOutId: out.id, foundAt: at('13:00'), place: '路上', circumstances: '風で1枚飛んだ' })
      expect(await office.desk.incidents.list({ contractId: office.contract.id })).toMatchObject([{ kind: 'document-lost', encryption: expect.stringContaining('暗号化なし') as string }])
      expect((await office.desk.home.today()).cards.filter(({ kind }) => kind === 'overdue').map(({ code }) => code)).toEqual(['first-report-due'])
    })
  })
})
