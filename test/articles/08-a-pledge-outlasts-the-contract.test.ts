import { expect, test } from 'vitest'
import { defaultPledges } from '../../core/staffing/default-pledge.ts'
import { standing } from '../../core/people/person.ts'
import { DAY, type Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { PASSWORD, readsTheSpecification, staffedOffice, takahashi, training } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

const day = (iso: string) => iso as Day
const [toContractor] = defaultPledges
const textVersion = toContractor!.version
const BODY = 'わたしは秘密を守ります。この義務は契約終了後も同様とします。'

async function withTakahashi() {
  const office = await staffedOffice()
  const he = await office.desk.people.register(takahashi)
  await office.desk.people.giveAccount({ personId: he.id, loginId: 'takahashi', password: PASSWORD })
  await office.desk.people.recordTraining({ personIds: [he.id], training })
  return { ...office, he }
}

article('8①', () => {
  test('a text says that the duty goes on after the contract, or is not taken', async () => {
    const { desk } = await staffedOffice()
    const text = { version: '2版', title: '誓約書', addressee: '市' as const }
    expect(await codesAgainst(desk.staffing.addPledgeText({ ...text, body: 'わたしは契約期間中、秘密を守ります。' }))).toEqual(['pledge-text-ends-with-contract'])
    expect(await desk.staffing.addPledgeText({ ...text, body: BODY })).toMatchObject({ version: '2版', addressee: '市' })
    expect(await codesAgainst(desk.staffing.addPledgeText({ ...text, body: `${BODY}改` }))).toEqual(['pledge-text-exists'])
    expect(await codesAgainst(desk.staffing.addPledgeText({ ...text, version: textVersion, body: BODY }))).toEqual(['pledge-text-exists'])
  })

  test.each(defaultPledges)('our own text $version passes our own rule', async (text) => {
    const { desk } = await staffedOffice()
    expect(await desk.staffing.addPledgeText({ version: '写し', title: text.title, addressee: text.addressee, body: text.body })).toBeDefined()
  })

  test('whoever is released stays bound: the pledge is kept', async () => {
    const { desk, he } = await withTakahashi()
    await desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '髙橋 亮', strokes: [] })
    await desk.people.revokeAccount({ personId: he.id, reason: '契約満了' })
    expect((await desk.people.release({ personId: he.id, reason: '契約満了' })).pledge).toMatchObject({ textVersion })
  })
})

article('8②', () => {
  test('signed on screen by the person themself, with the name typed and the signature as it was drawn', async () => {
    const { desk, world, he } = await withTakahashi()
    world.signInAs('takahashi')
    const strokes: [number, number][][] = [[[0, 0], [500, 150], [1000, 300]], [[10, 10]]]
    expect(await codesAgainst(desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '高橋 亮', strokes }))).toEqual(['typed-name-differs'])
    const signed = await desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '髙橋　亮', strokes })
    expect(signed.pledge).toMatchObject({ on: '2026-12-07', signedBy: '画面署名', typedName: '髙橋　亮', strokes, addressee: '受託者' })
    await readsTheSpecification({ desk, world }, 'takahashi')
    expect(await desk.handovers.look({ paths: ['/in/a'] })).toMatchObject({ files: [] })
  })

  test('nobody signs for another but before a supervisor', async () => {
    const { desk, world, he } = await withTakahashi()
    world.signInAs('yoshida')
    expect(await codesAgainst(desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '髙橋 亮', strokes: [] }))).toEqual(['not-your-office'])
    world.signInAs('mizuno')
    expect(await codesAgainst(desk.staffing.signOnScreen({ personId: he.id, textVersion: '無い版', typedName: '髙橋 亮', strokes: [] }))).toEqual(['nothing-found'])
    expect(standing(await desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '髙橋 亮', strokes: [] }))).toBe('従事可')
  })

  test('the text that somebody signed stands in the ledger word for word', async () => {
    const { desk, he } = await withTakahashi()
    await desk.staffing.signOnScreen({ personId: he.id, textVersion, typedName: '髙橋 亮', strokes: [] })
    const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.filter(({ type }) => type === 'pledge-text-added').map(({ data }) => (data as { text: { body: string } }).text.body)).toEqual([toContractor!.body])
  })

  test('a signed paper is scanned into the vault; what is no picture of paper is not', async () => {
    const { desk, world, he } = await withTakahashi()
    world.disk.set('/in/pledge.pdf', '%PDF-1.7 署名')
    world.disk.set('/in/pledge.txt', '署名しました')
    const blobs = world.blobs.size
    expect(await codesAgainst(desk.staffing.keepSignedPledge({ personId: he.id, textVersion, on: day('2026-12-07'), path: '/in/pledge.txt' }))).toEqual(['not-a-scan'])
    expect(await codesAgainst(desk.staffing.keepSignedPledge({ personId: he.id, textVersion, on: day('2026-12-08'), path: '/in/pledge.pdf' }))).toEqual(['time-in-future'])
    expect(world.blobs.size).toBe(blobs)
    const { pledge } = await desk.staffing.keepSignedPledge({ personId: he.id, textVersion, on: day('2026-12-07'), path: '/in/pledge.pdf' })
    expect(pledge).toMatchObject({ signedBy: 'スキャン', scanSha256: pledge?.scan?.sha256, scan: { name: 'pledge.pdf' } })
    expect((await desk.staffing.showPledge({ personId: he.id })).bytes.length).toBeGreaterThan(0)
  })

  test('something else in its place needs a reason', async () => {
    const { desk, he } = await withTakahashi()
    expect(standing(await desk.staffing.acceptInstead({ personId: he.id, on: day('2026-12-07'), what: '派遣元が徴した誓約書の写し', reason: '派遣契約第8条による' }))).toBe('従事可')
  })

  test('R-01 a pledge withdrawn lets nobody handle anything, and is kept', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    const ended = await desk.staffing.endPledge({ personId: yoshida.id, how: '撤回', on: day('2026-12-07'), reason: '本人の申出' })
    expect([standing(ended), ended.formerPledges]).toEqual(['教育済', [expect.objectContaining({ how: '撤回', reason: '本人の申出' })]])
    expect(await codesAgainst(desk.staffing.endPledge({ personId: yoshida.id, how: '撤回', on: day('2026-12-07'), reason: '二度目' }))).toEqual(['no-pledge-to-end'])
    world.signInAs('yoshida')
    expect(await codesAgainst(desk.handovers.look({ paths: ['/in/a'] }))).toEqual(['person-not-pledged'])
  })

  test('a new pledge takes the place of the old one, which is kept', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    world.pass(DAY)
    const signed = await desk.staffing.signOnScreen({ personId: yoshida.id, textVersion, typedName: '𠮷田 美咲', strokes: [] })
    expect([signed.pledge?.textVersion, signed.formerPledges.map(({ pledge, how }) => [pledge.textVersion, how])]).toEqual([textVersion, [['v1', '終了']]])
  })
})
