import { expect, test } from 'vitest'
import type { NewEntry } from '../../../core/ledger/entry.ts'
import { memoryLedger } from '../../../main/ledger/memory-ledger.ts'
import { keepSticks, nine, sato, signedIn, strangeStick } from './entries.ts'

const nobody = { size: 0, hash: '' }
const office = () => memoryLedger({ project: keepSticks })

test('what was written is read back, in order, with its instant to the millisecond', async () => {
  const ledger = office()

  const head = await ledger.append([signedIn(), strangeStick('S-1')], nobody)

  const [first, second] = await ledger.entries(0, 10)
  expect(first).toEqual({ ...signedIn(), seq: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown })
  expect(second).toEqual({ ...strangeStick('S-1'), seq: 1, hash: (head as { hash: string }).hash })
  expect(first?.at).toBe(nine)
})

test('an entry from behind the end is asked for in pieces, and there is nothing after the last', async () => {
  const ledger = office()
  await ledger.append(Array.from({ length: 7 }, (_, n) => strangeStick(`S-${n}`)), nobody)

  expect((await ledger.entries(5, 10)).map((e) => e.seq)).toEqual([5, 6])
  expect(await ledger.entries(7, 10)).toEqual([])
})

test('of two who write after the same head, one comes first and the other is told so', async () => {
  const ledger = office()

  const [first, second] = await Promise.all([ledger.append([signedIn()], nobody), ledger.append([strangeStick('S-1')], nobody)])

  expect(first).toMatchObject({ size: 1 })
  expect(second).toBe(false)
  expect(await ledger.entries(0, 10)).toHaveLength(1)
})

test('a head with the right size and another hash is another ledger', async () => {
  const ledger = office()
  await ledger.append([signedIn()], nobody)

  expect(await ledger.append([signedIn()], { size: 1, hash: '00'.repeat(32) })).toBe(false)
})

test('a projection that fails takes every entry of the append back, and what it had put on the shelf', async () => {
  const ledger = office()
  const head = await ledger.append([strangeStick('S-1')], nobody)
  if (!head) throw new Error('no head')

  await expect(ledger.append([strangeStick('S-2'), strangeStick('SOUR')], head)).rejects.toThrow('the projection failed')

  expect((await ledger.read()).head).toEqual(head)
  expect((await ledger.read()).reading.list('medium').map((m) => m.no)).toEqual(['S-1'])
  expect(await ledger.append([strangeStick('S-3')], head)).toMatchObject({ size: 2 })
})

test.each([
  ['a type that nobody agreed on', { ...signedIn(), type: 'money-made' }],
  ['facts that are not those of its type', { ...signedIn(), data: { person: 'sato' } }],
  ['a time that is none', { ...signedIn(), at: Number.NaN }],
  ['a nameless hand', { ...signedIn(), by: '' }],
  ['half a character', { ...strangeStick('S-\ud842') }],
])('%s is not written down', async (_, entry) => {
  const ledger = office()

  await expect(ledger.append([entry as unknown as NewEntry], nobody)).rejects.toThrow()

  expect((await ledger.read()).head).toEqual(nobody)
})

test('what the ledger did not ask for is left out rather than kept unread', async () => {
  const ledger = office()

  await ledger.append([{ ...signedIn(), data: { personId: sato, mood: 'good' } } as unknown as NewEntry], nobody)

  expect((await ledger.entries(0, 1))[0]?.data).toEqual({ personId: sato })
})

test('one reading is one moment: what comes later does not show in it', async () => {
  const ledger = office()
  let head = await ledger.append([strangeStick('S-1'), strangeStick('S-2')], nobody)
  const { reading } = await ledger.read()

  for (const entry of [strangeStick('S-3'), strangeStick('S-1'), { ...strangeStick('S-2'), data: { serial: 'S-2', where: 'drop' } } as NewEntry]) {
    head = head && await ledger.append([entry], head)
  }

  const sticks = (r: typeof reading) => r.list('medium').map((m) => `${m.no}@${(m as unknown as { seenAt: number }).seenAt}`)
  expect(sticks(reading)).toEqual(['S-1@0', 'S-2@1'])
  expect(reading.get('medium', 'S-2')).toMatchObject({ no: 'S-2' })
  expect(reading.get('medium', 'S-3')).toBeUndefined()
  expect(sticks((await ledger.read()).reading)).toEqual(['S-1@3', 'S-3@2'])
})

test('a list is narrowed to what belongs to one thing, also in a moment that has passed', async () => {
  const ledger = office()
  const at = (serial: string, where: string): NewEntry => ({ ...strangeStick(serial), data: { serial, where } } as NewEntry)
  const head = await ledger.append([at('S-1', '窓口'), at('S-2', '倉庫')], nobody)
  const { reading } = await ledger.read()

  if (head) await ledger.append([at('S-1', '倉庫')], head)

  expect(reading.list('medium', '窓口').map((m) => m.no)).toEqual(['S-1'])
  expect((await ledger.read()).reading.list('medium', '倉庫').map((m) => m.no)).toEqual(['S-1', 'S-2'])
})

test('filled anew from the entries, the shelf holds what it held', async () => {
  const ledger = office()
  await ledger.append([strangeStick('S-1'), strangeStick('S-2'), strangeStick('S-1')], nobody)
  const before = (await ledger.read()).reading.list('medium')

  ledger.rebuild()

  expect((await ledger.read()).reading.list('medium')).toEqual(before)
})

test('the ledger tells which entries ever spoke of something', async () => {
  const ledger = office()
  await ledger.append([strangeStick('𠮷田の棒'), signedIn(), strangeStick('𠮷田の棒')], nobody)

  const speaking = async (words: string, from: number): Promise<number> => {
    let count = 0
    for await (const bytes of ledger.entriesWith(words, from)) if (bytes.length > 0) count++
    return count
  }
  expect(await speaking('𠮷田の棒', 0)).toBe(2)
  expect(await speaking('𠮷田の棒', 1)).toBe(1)
  expect(await speaking('𠮷川の棒', 0)).toBe(0)
})

test('the ledger knows which sealed files its entries name, and only of those that stand; others it learns', async () => {
  const [one, two, three] = ['1', '2', '3'].map((digit) => `blob-${digit.repeat(32)}`) as [string, string, string]
  const ledger = office()

  await ledger.append([strangeStick(`${one} and ${two}`)], ledger.head())
  await expect(ledger.append([strangeStick(three), strangeStick('SOUR')], ledger.head())).rejects.toThrow('the projection failed')

  expect([one, two, three].map((blob) => ledger.speaksOfBlob(blob))).toEqual([true, true, false])
  ledger.learnBlobs([one, three])
  expect(ledger.speaksOfBlob(three)).toBe(true)
})
