import { expect, test } from 'vitest'
import { parcel, septemberPackage, staffedOffice } from '../cast.ts'

test('what waits to be confirmed waits for anybody but the one who did it', async () => {
  const office = await staffedOffice()
  const sealed = await septemberPackage(office)
  office.world.signInAs('yoshida')
  await office.desk.mailings.draft(parcel(office, [sealed]))
  const kindOf = async () => (await office.desk.home.today()).cards.find(({ code }) => code === 'shinten-awaited')?.kind

  expect(await kindOf()).toBe('waiting')
  office.world.signInAs('oba')
  expect(await kindOf()).toBe('approval')
})

test('the most urgent comes first, and what only runs its course comes last', async () => {
  const office = await staffedOffice()
  const sealed = await septemberPackage(office)
  await office.desk.mailings.draft(parcel(office, [sealed]))
  office.world.signInAs('oba')
  const order = ['overdue', 'question', 'approval', 'asked', 'todo', 'out', 'waiting', 'calm']
  const kinds = (await office.desk.home.today()).cards.map(({ kind }) => order.indexOf(kind))
  expect(kinds).toEqual([...kinds].sort((a, b) => a - b))
  expect(kinds.length).toBeGreaterThan(2)
})

test('a package that lies in a parcel or in a mail is not asked to be sent a second time, and is again once that was taken back', async () => {
  const office = await staffedOffice()
  const { desk, contract } = office
  const sealed = await septemberPackage(office)
  const toSend = async () => (await desk.home.today()).cards.filter(({ code }) => code === 'package-to-send').map(({ subjectId }) => subjectId)
  expect(await toSend()).toEqual([sealed.id])

  const mailing = await desk.mailings.draft(parcel(office, [sealed]))
  expect(await toSend()).toEqual([])
  await desk.mailings.withdraw({ mailingId: mailing.id, reason: 'メールで送る' })
  expect(await toSend()).toEqual([sealed.id])

  await desk.mails.draft({ contractId: contract.id, to: ['morikawa@city.aobano.example'], subject: '納品', note: '添付のとおりです。', package: sealed.id, into: null, exception: null })
  expect(await toSend()).toEqual([])
})
