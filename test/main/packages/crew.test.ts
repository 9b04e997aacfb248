import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hireCrew } from '../../../main/packages/crew.ts'
import { seal } from '../../../main/packages/engine.ts'
import { never, orderFor, shelf } from './office.ts'
import { packsTheSame, wholeSection } from './whole-section.ts'

test('threads can be hired here', async () => {
  const crew = await hireCrew(2)
  expect(crew.threads).toBe(2)
  await crew.dismiss()
})

test('many hands pack the same as one pair', () => packsTheSame('hidden', 4))

test('a small file that changes while a thread packs it is refused by its name', async () => {
  const here = shelf()
  const files = wholeSection(here)
  const touched = join(files, '届出/9/届出_249.txt')
  let told = false
  const how = { ...never, onProgress: ({ phase }: { phase: string }) => { if (phase === 'reading' && !told) { told = true; appendFileSync(touched, 'more') } } }
  await expect(seal(orderFor([{ path: files }], join(here, 'package.zip')), how)).rejects.toMatchObject({ code: 'source-changed', facts: { path: touched } })
  expect(readdirSync(here)).toEqual(['受領分'])
})

test('cancelled with threads at work, nothing is left', async () => {
  const here = shelf()
  const files = wholeSection(here)
  for (const at of [3, 40, 200]) {
    const office = new AbortController()
    let seen = 0
    const how = { signal: office.signal, onProgress: () => { if (++seen === at) office.abort() } }
    await expect(seal(orderFor([{ path: files }], join(here, 'package.zip')), how)).rejects.toHaveProperty('name', 'AbortError')
    expect(readdirSync(here)).toEqual(['受領分'])
  }
})
