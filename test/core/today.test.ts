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
