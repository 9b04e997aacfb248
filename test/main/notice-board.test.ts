import { expect, test } from 'vitest'
import type { Late } from '../../core/home/watch.ts'
import { noticeBoard } from '../../main/notice-board.ts'
import type { Watched } from '../../main/desk.ts'
import { at } from '../core/carryouts-cast.ts'

const late = (kind: Late['kind'] = 'carry-out-overdue'): Late => ({ kind, id: 'c1', no: 'T-R8-017-001', dueAt: at('17:00'), page: '/carry-outs/c1' })

/** A board over a desk that answers what it is told to answer. */
function board() {
  const told: string[] = []
  const desk = { answer: null as Watched | null, now: at('16:00') as number }
  const { look } = noticeBoard(async () => desk.answer, ({ kind, no }) => told.push(`${kind} ${no}`), () => desk.now)
  return { told, desk, look }
}

test('what is late is said once, and once more when it becomes an incident', async () => {
  const { told, desk, look } = board()
  desk.answer = { late: [late()], coming: [] }
  await look()
  await look()
  desk.answer = { late: [late('carry-out-incident')], coming: [] }
  await look()
  await look()
  expect(told).toEqual(['carry-out-overdue T-R8-017-001', 'carry-out-incident T-R8-017-001'])
})

test('a locked desk is asked nothing, and what was to be late is said at its hour all the same', async () => {
  const { told, desk, look } = board()
  desk.answer = { late: [], coming: [late()] }
  await look()
  desk.answer = null
  desk.now = at('17:00')
  await look()
  expect(told).toEqual([])
  desk.now = at('17:01')
  await look()
  await look()
  expect(told).toEqual(['carry-out-overdue T-R8-017-001'])
})

test('what came back before the desk was locked is not said', async () => {
  const { told, desk, look } = board()
  desk.answer = { late: [], coming: [late()] }
  await look()
  desk.answer = { late: [], coming: [] }
  await look()
  desk.answer = null
  desk.now = at('18:00')
  await look()
  expect(told).toEqual([])
})
