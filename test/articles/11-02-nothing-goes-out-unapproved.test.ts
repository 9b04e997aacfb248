import { describe, expect, test } from 'vitest'
import { objectionsToApprover, objectionsToContent } from '../../core/carryouts/rules.ts'
import { DAY, HOUR } from '../../core/time.ts'
import { article } from '../article.ts'
import { fromShirakaba, noSuchMedium, PASSWORD, pledge, training } from '../cast.ts'
import { application, approved, at, back, carriedOut, cityApproval, going, papers, permitted, plugged, readyToCarry } from '../core/carryouts-cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

article('11(2)', () => {
  describe('scenario step 10: to city hall and back', () => {
    test('applied for by Yoshida, approved by Mizuno, permitted by the city, out at one with Takahashi, back at twenty past four before Oba', async () => {
      const office = await readyToCarry()
      const { desk, world, ourStick, sealed } = office
      const applied = await desk.carryOuts.apply(application(office))
      expect(applied).toMatchObject({ no: 'T-R8-017-001', state: 'applied', appliedBy: office.yoshida.id, importanceClass: '重要情報', personalInfo: true, items: 1, encryption: [{ packageNo: sealed.no, container: 'AE-2 AES-256 ZIP', keyBits: 256, envelope: false }] })

      world.signInAs('mizuno')
      expect(await desk.carryOuts.approve({ carryOutId: applied.id, conditions: '直行・直帰とする' })).toMatchObject({ state: 'approved', approval: { by: office.mizuno.id, conditions: '直行・直帰とする' } })
      world.signInAs('yoshida')
      expect(await desk.carryOuts.permit({ carryOutId: applied.id, ...cityApproval })).toMatchObject({ state: 'permitted', cityApproval: { ref: 'R8税承0061', toldBy: '森川 奏', recordedBy: office.yoshida.id } })

      world.set(at('13:00'))
      expect(await desk.carryOuts.goOut(going(office, applied))).toMatchObject({ state: 'out', out: { at: at('13:00'), persons: [office.yoshida.id, office.takahashi.id], serial: ourStick.serial, identified: 'read', filesSeen: 1 } })
      expect((await desk.media.list()).find(({ no }) => no === ourStick.no)).toMatchObject({ state: '持出中' })

      world.set(at('16:20'))
      await desk.carryOuts.recordErasure({ carryOutId: applied.id, outcome: 'done', at: at('15:40'), by: office.yoshida.id, note: '確認用端末から消去し、ごみ箱も空にした' })
      expect(await desk.carryOuts.confirmReturn(back(office, applied))).toMatchObject({ state: 'completed', returned: { at: at('16:20'), by: office.yoshida.id, confirmedBy: office.oba.id, storagePlace: '施錠キャビネットC-2' } })
      expect((await desk.media.list()).find(({ no }) => no === ourStick.no)).toMatchObject({ state: '保管', storagePlace: '施錠キャビネットC-2' })
      expect((await desk.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'carryOuts')).toEqual([])
    })

    test('R-07 without the city\'s number nothing goes', async () => {
      const office = await readyToCarry()
      const carryOut = await approved(office)
      office.world.set(at('13:00'))
      expect(await refused(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual([{ code: 'city-approval-missing', article: '11(2)', rule: 'R-07', facts: { no: carryOut.no } }])
      expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)).toMatchObject({ state: '保管' })
    })

    test('R-08 the applicant approves nothing of their own', async () => {
      const office = await readyToCarry()
      office.world.signInAs('mizuno')
      const { id } = await office.desk.carryOuts.apply(application(office))
      expect(await rulesAgainst(office.desk.carryOuts.approve({ carryOutId: id, conditions: '' }))).toEqual(['R-08'])
    })

    test('R-10 at one minute past five without a return it is overdue, on top of the day and in red', async () => {
      const office = await readyToCarry()
      const { id, no } = await carriedOut(office)
      office.world.set(at('17:00'))
      expect((await office.desk.home.today()).cards.find(({ subjectId }) => subjectId === id)).toMatchObject({ kind: 'out', code: 'carried-out', facts: { dueAt: at('17:00') } })
      office.world.set(at('17:01'))
      expect((await office.desk.home.today()).cards[0]).toMatchObject({ kind: 'overdue', code: 'carry-out-overdue', subjectId: id, subject: no, article: '11(2)' })
    })
  })

  describe('R-07 both approvals', () => {
    test('R-07 neither approval: both are missing, and both are said', async () => {
      const office = await readyToCarry()
      const carryOut = await office.desk.carryOuts.apply(application(office))
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['carry-out-not-approved', 'city-approval-missing'])
    })

    test('the city is asked for nothing that the supervisor has not approved', async () => {
      const office = await readyToCarry()
      const { id } = await office.desk.carryOuts.apply(application(office))
      expect(await codesAgainst(office.desk.carryOuts.permit({ carryOutId: id, ...cityApproval }))).toEqual(['state-does-not-allow'])
    })

    test('an approval of tomorrow is none; one that the city gave before it was asked for counts', async () => {
      const office = await readyToCarry()
      const { id } = await approved(office)
      expect(await codesAgainst(office.desk.carryOuts.permit({ carryOutId: id, ...cityApproval, on: '2026-12-15' as never }))).toEqual(['time-in-future'])
      expect(await office.desk.carryOuts.permit({ carryOutId: id, ...cityApproval, on: '2026-12-10' as never })).toMatchObject({ state: 'permitted' })
    })

    test('R-07 nobody carries it who was not named when it was approved', async () => {
      const office = await readyToCarry()
      const carryOut = await permitted(office)
      office.world.set(at('13:00'))
      expect(await refused(office.desk.carryOuts.goOut(going(office, carryOut, { persons: [office.yoshida.id, office.oba.id] })))).toMatchObject([{ code: 'carrier-not-approved', rule: 'R-07', facts: { person: '大庭 健吾' } }])
      expect(await office.desk.carryOuts.goOut(going(office, carryOut, { persons: [office.yoshida.id] }))).toMatchObject({ out: { persons: [office.yoshida.id] } })
    })

    test('it goes on the day that was approved, and not once it should be back', async () => {
      const office = await readyToCarry()
      const carryOut = await permitted(office, application(office, { outFrom: (at('13:00') + DAY) as never, dueAt: (at('17:00') + DAY) as never }))
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['carry-out-too-early'])
      office.world.pass(DAY + 6 * HOUR)
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['carry-out-period-over'])
      expect((await office.desk.home.today()).cards.find(({ subjectId }) => subjectId === carryOut.id)).toMatchObject({ code: 'carry-out-lapsed' })
    })

    test('what was rejected or withdrawn goes nowhere', async () => {
      const office = await readyToCarry()
      const first = await office.desk.carryOuts.apply(application(office))
      const second = await permitted(office)
      await office.desk.carryOuts.withdraw({ carryOutId: second.id, reason: '打合せが中止になった' })
      office.world.signInAs('mizuno')
      expect(await office.desk.carryOuts.reject({ carryOutId: first.id, of: '乙', toldBy: '', reason: '郵送でよい' })).toMatchObject({ state: 'rejected', rejection: { of: '乙', by: office.mizuno.id } })
      office.world.set(at('13:00'))
      for (const carryOut of [first, second]) expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['state-does-not-allow'])
      expect(await codesAgainst(office.desk.carryOuts.approve({ carryOutId: first.id, conditions: '' }))).toEqual(['state-does-not-allow'])
    })

    test('the city may say no until it has gone, and who said so is written down', async () => {
      const office = await readyToCarry()
      const { id } = await permitted(office)
      office.world.signInAs('mizuno')
      expect(await codesAgainst(office.desk.carryOuts.reject({ carryOutId: id, of: '甲', toldBy: '', reason: '不要' }))).toEqual(['city-person-missing'])
      expect(await office.desk.carryOuts.reject({ carryOutId: id, of: '甲', toldBy: '森川 奏', reason: '持参は不要となった' })).toMatchObject({ state: 'rejected', rejection: { of: '甲', toldBy: '森川 奏' } })
    })
  })

  describe('R-08 another person approves', () => {
    test('R-08 a supervisor who carries it does not approve it either', async () => {
      const office = await readyToCarry()
      const { id } = await office.desk.carryOuts.apply(application(office, { persons: [office.mizuno.id] }))
      office.world.signInAs('mizuno')
      expect(await refused(office.desk.carryOuts.approve({ carryOutId: id, conditions: '' }))).toMatchObject([{ code: 'carrier-cannot-approve', rule: 'R-08', facts: { person: '水野 灯里' } }])
    })

    test('only a supervisor approves, and once', async () => {
      const office = await readyToCarry()
      const { id } = await office.desk.carryOuts.apply(application(office))
      office.world.signInAs('oba')
      expect(await codesAgainst(office.desk.carryOuts.approve({ carryOutId: id, conditions: '' }))).toEqual(['not-your-office'])
      office.world.signInAs('mizuno')
      await office.desk.carryOuts.approve({ carryOutId: id, conditions: '' })
      expect(await codesAgainst(office.desk.carryOuts.approve({ carryOutId: id, conditions: '' }))).toEqual(['state-does-not-allow'])
    })

    test('R-08 the card waits for those who may', async () => {
      const office = await readyToCarry()
      const { id } = await office.desk.carryOuts.apply(application(office))
      const waits = async () => (await office.desk.home.today()).cards.some(({ code, subjectId }) => code === 'carry-out-to-approve' && subjectId === id)
      expect(await waits()).toBe(false)
      office.world.signInAs('mizuno')
      expect(await waits()).toBe(true)
      expect(objectionsToApprover(await office.desk.carryOuts.list({ contractId: office.contract.id }).then(([one]) => one!), office.yoshida, office.mizuno)).toEqual([])
    })
  })

  describe('R-09 nothing plain', () => {
    test('R-09 a medium without a package is plain, whatever lies on it', async () => {
      const office = await readyToCarry()
      expect(await rulesAgainst(office.desk.carryOuts.apply(application(office, { packages: [] })))).toEqual(['R-09'])
      expect(await rulesAgainst(office.desk.carryOuts.apply(application(office, { medium: null })))).toEqual(['R-09'])
    })

    test('R-09 a package that was not verified, or not written to that medium, is not carried', async () => {
      const office = await readyToCarry()
      const reading = (await office.world.ledger.read()).reading
      expect(objectionsToContent(reading, application(office), [{ ...office.sealed, state: 'sealing' }])).toMatchObject([{ code: 'package-not-verified', rule: 'R-09' }])
      expect(await refused(office.desk.carryOuts.apply(application(office, { medium: office.cityStick.no })))).toMatchObject([{ code: 'package-not-written-there', rule: 'R-09', facts: { no: office.sealed.no, medium: office.cityStick.no } }])
    })

    test('R-09 a plain file beside the package keeps the medium in the house, and so does a package that is not as it was written', async () => {
      const office = await readyToCarry()
      const carryOut = await permitted(office)
      office.world.set(at('13:00'))
      office.world.disk.set('/medium/宛名一覧.csv', '番号,氏名')
      expect(await refused(office.desk.carryOuts.goOut(going(office, carryOut)))).toMatchObject([{ code: 'plain-file-beside', article: '11(2)', rule: 'R-09', facts: { names: '宛名一覧.csv' } }])
      office.world.disk.delete('/medium/宛名一覧.csv')
      const written = office.world.disk.get(`/medium/${office.sealed.fileName}`) ?? ''
      office.world.disk.set(`/medium/${office.sealed.fileName}`, `${written}x`)
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['package-not-on-medium', 'plain-file-beside'])
      office.world.disk.delete(`/medium/${office.sealed.fileName}`)
      expect(await rulesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['R-09'])
      office.world.disk.set(`/medium/${office.sealed.fileName}`, written)
      expect(await office.desk.carryOuts.goOut(going(office, carryOut))).toMatchObject({ state: 'out' })
    })

    test('R-07 a package that nobody applied for does not travel along', async () => {
      const office = await readyToCarry()
      const carryOut = await permitted(office)
      office.world.disk.set('/in/second.csv', 'x,y')
      const answer = await office.desk.packages.seal({ contractId: office.contract.id, itemIds: [], paths: ['/in/second.csv'], into: '/out', namesHidden: true, level: 4, virusCheck: { product: 'ClamAV', patternDate: '2026-12-14' as never, at: at('11:00'), note: '' } })
      if (answer.outcome !== 'verified') throw new Error('nobody called it off')
      await office.desk.packages.writeToMedium({ packageId: answer.package.id, medium: office.ourStick.no, folder: '/medium', volumeBytes: null, only: null, typed: null })
      office.world.set(at('13:00'))
      expect(await refused(office.desk.carryOuts.goOut(going(office, carryOut)))).toMatchObject([{ code: 'package-not-applied-for', rule: 'R-07', facts: { names: answer.package.fileName } }])
    })

    test('R-17 the medium is the registered one: by its serial number, by its label read by two, and by nothing else', async () => {
      const office = await readyToCarry()
      expect(await rulesAgainst(office.desk.carryOuts.apply(application(office, { medium: noSuchMedium })))).toEqual(['R-17', 'R-09'])
      const carryOut = await permitted(office)
      office.world.set(at('13:00'))
      office.world.machine.drives = [plugged('PRIV-9999')]
      expect(await rulesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['R-17'])
      expect((await office.world.ledger.entries(0, 1000)).at(-1)).toMatchObject({ type: 'unregistered-medium-refused', data: { serial: 'PRIV-9999', where: '持出' } })
      office.world.machine.drives = [plugged(null)]
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut)))).toEqual(['medium-serial-unread'])
      const typed = { serial: office.ourStick.serial, second: { loginId: 'yoshida', password: PASSWORD } }
      expect(await codesAgainst(office.desk.carryOuts.goOut(going(office, carryOut, { typed })))).toEqual(['same-person'])
      expect(await office.desk.carryOuts.goOut(going(office, carryOut, { typed: { ...typed, second: { loginId: 'oba', password: PASSWORD } } }))).toMatchObject({ out: { identified: 'typed', coSignedBy: office.oba.id } })
    })

    test('R-09 papers cannot be encrypted: they say how they are kept shut, carry no medium, and are counted out and in', async () => {
      const office = await readyToCarry()
      expect(await rulesAgainst(office.desk.carryOuts.apply(papers(office, { protection: '' })))).toEqual(['R-09'])
      expect(await codesAgainst(office.desk.carryOuts.apply(papers(office, { medium: office.ourStick.no })))).toEqual(['medium-with-document'])
      const out = await carriedOut(office, papers(office))
      expect(out).toMatchObject({ kind: 'document', encryption: [], importanceClass: '重要情報', out: { serial: null, filesSeen: 0 } })
      expect(await codesAgainst(office.desk.carryOuts.confirmReturn(back(office, out, { quantity: 2 })))).toEqual(['quantity-differs'])
      expect(await office.desk.carryOuts.confirmReturn(back(office, out, { quantity: 2, note: '1部は税務課 森川氏に手渡した' }))).toMatchObject({ state: 'completed' })
    })
  })

  describe('who carries it', () => {
    test('R-01 and R-02 hold for everybody who carries it, when it is applied for and when it goes', async () => {
      const office = await readyToCarry()
      office.world.signInAs('mizuno')
      const stranger = await office.desk.people.register(fromShirakaba)
      expect(await rulesAgainst(office.desk.carryOuts.apply(application(office, { persons: [stranger.id] })))).toEqual(['R-01', 'R-01', 'R-02'])
      await office.desk.people.recordTraining({ personIds: [stranger.id], training })
      await office.desk.people.signPledge({ personId: stranger.id, pledge })
      expect(await rulesAgainst(office.desk.carryOuts.apply(application(office, { persons: [office.yoshida.id, stranger.id] })))).toEqual(['R-02'])
    })

    test('a time to be back lies ahead, and after the time to go', async () => {
      const office = await readyToCarry()
      expect(await codesAgainst(office.desk.carryOuts.apply(application(office, { dueAt: at('12:30'), outFrom: at('13:00') })))).toEqual(['before-its-time'])
      expect(await codesAgainst(office.desk.carryOuts.apply(application(office, { outFrom: at('09:00'), dueAt: at('11:00') })))).toEqual(['carry-out-period-over'])
      expect(await codesAgainst(office.desk.carryOuts.apply(application(office, { eraseAfterUse: false, eraseNote: '' })))).toEqual(['erasure-unexplained'])
    })
  })
})
