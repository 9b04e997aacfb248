import { expect, test } from 'vitest'
import { sized } from '../../../campaign.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { believedThough } from './attacker.ts'

test('a document of which one byte was changed is refused, byte after byte', async () => {
  const desk = await openDesk()
  const { bodies } = await desk.documents.bodies(desk.receipt())
  expect(believedThough(bodyOf(bodies, 'application/pdf'), trustIn(desk.keys), sized(97, 1))).toEqual([])
})
