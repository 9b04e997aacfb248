import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from '../../../core/desk.ts'
import { failingAt } from '../../failing-world.ts'
import { codesAgainst } from '../../refused.ts'
import { type TwoOffices, twoOffices } from '../../two-offices.ts'

let offices: TwoOffices
beforeAll(async () => { offices = await twoOffices() })
afterAll(() => offices.close())

/** The world on a day when the ledger cannot be written; where `lost` is told, what was written stands all the same. */
function onABadDay(lost: boolean): typeof offices.worlds.contractor {
  const world = failingAt(Infinity, offices.worlds.contractor)
  const { append } = offices.worlds.contractor.ledger
  const ledger = { ...offices.worlds.contractor.ledger, append: async (...how: Parameters<typeof append>) => { if (lost) await append(...how); throw new Error('the ledger fell silent') } }
  return { ...world, ledger } as typeof offices.worlds.contractor
}

test.each([['was not written', false], ['was written, and its answer lost', true]] as const)('files whose entry %s stay whole, and asking again ends what was begun', async (_, lost) => {
  const { contractor: desk, ours: contractId, at } = offices
  const { id } = await desk.forms.issue({ contractId, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  const into = at(`letter-${lost}`)

  await expect(openDesk(onABadDay(lost)).documents.submit({ id, into })).rejects.toThrow('the ledger fell silent')
  const names = readdirSync(into)
  expect(names.length).toBeGreaterThan(1)
  const whole = names.map((name) => readFileSync(join(into, name)))

  const { paths, document } = await desk.documents.submit({ id, into })

  expect(paths.toSorted()).toEqual(names.map((name) => join(into, name)).toSorted())
  expect(document.submittedAt).not.toBeNull()
  expect(names.map((name) => readFileSync(join(into, name)))).toEqual(whole)
  expect(readdirSync(into)).toEqual(names)
})

test('a file of that name that holds anything else still stands in the way, and stays as it is', async () => {
  const { contractor: desk, ours: contractId, at } = offices
  const { id } = await desk.forms.issue({ contractId, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  const { paths } = await desk.documents.submit({ id, into: at('first') })
  const into = at('second')
  for (const [i, path] of paths.entries()) {
    const name = path.split('/').at(-1) ?? ''
    mkdirSync(into, { recursive: true })
    if (i === 1) writeFileSync(join(into, name), 'somebody else wrote this')
  }

  expect(await codesAgainst(desk.documents.submit({ id, into }))).toEqual(['target-exists'])

  expect(readdirSync(into).map((name) => readFileSync(join(into, name), 'utf8'))).toEqual(['somebody else wrote this'])
})
