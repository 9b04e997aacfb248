import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { designation, receiptedFiles, receiving, septemberPackage, staffedOffice, PASSWORD, ATENA } from '../cast.ts'
import { MINUTE } from '../../core/time.ts'
import { codesAgainst } from '../refused.ts'
import { workingCopy } from '../subcontracting.ts'
import { createHash } from 'node:crypto'

const shaOf = (text: string) => createHash('sha256').update(text).digest('hex')

article('11(9)', () => {
  test('an item\'s way is told hop by hop, from whom to whom, with the hashes and the entries that prove it', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const { item, copy } = await workingCopy(office)
    world.pass(MINUTE)
    const sealed = await desk.packages.seal({ contractId: contract.id, itemIds: [item.id], paths: [], into: '/out', namesHidden: true, level: 0 })
    if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
    const mail = await desk.mails.draft({ contractId: contract.id, to: ['morikawa@city.aobano.example'], subject: '校正', note: '', package: sealed.package.id, into: '/out', exception: null })
    await desk.mails.confirmRecipients({ mailId: mail.id, checker: { loginId: 'oba', password: PASSWORD } })
    world.pass(MINUTE)
    await desk.mails.sent({ mailId: mail.id, at: world.now() })

    const { hops } = await desk.custody.chain({ itemId: item.id })
    expect(hops.map(({ no, kind }) => `${no} ${kind}`)).toEqual(['1 受領', '2 保管', '3 複製', '4 梱包', '5 メール'])
    expect(hops).toMatchObject([
      { from: '青葉野市　森川 奏', to: expect.stringContaining('水野 灯里') as string, before: null, after: item.sha256, evidence: [expect.stringMatching(/^A-/), expect.stringMatching(/^#\d+$/)], gaps: ['not-acknowledged', 'hash-not-listed'] },
      { to: expect.stringContaining('第2作業室') as string, gaps: [] },
      { means: expect.stringContaining(copy.no) as string, before: item.sha256, after: item.sha256, gaps: [] },
      { before: item.sha256, after: item.sha256, evidence: [sealed.package.no, expect.stringMatching(/^#/)] },
      { to: 'morikawa@city.aobano.example', before: sealed.package.sha256, acceptedAt: null, gaps: ['under-way'] },
    ])
    world.signInAs('mizuno')
    const seq = Number(hops[0]?.evidence.at(-1)?.slice(1))
    expect((await desk.ledger.entries({ from: seq, count: 1 })).entries).toMatchObject([{ seq, type: 'receiving-ended' }])
  })

  test('a gap is said, never hidden: no receipt, another hash than the city listed, a copy that nobody proved gone', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    world.disk.set(ATENA, 'a,b\n')
    const handover = await desk.handovers.designate({ ...designation(office), cityList: [{ name: 'R09_shiminzei_atena.csv', size: null, count: null, sha256: shaOf('c,d\n') }] })
    const received = await desk.handovers.receive(receiving(handover, office, [ATENA]))
    if (received.outcome !== 'received') throw new Error('nobody called it off')
    expect((await desk.custody.chain({ itemId: received.items[0]!.id })).hops[0]).toMatchObject({ gaps: ['no-receipt', 'hash-differs'] })

    const other = await staffedOffice()
    const { item, copy } = await workingCopy(other)
    other.world.disk.delete(copy.made?.path ?? '')
    await other.desk.copies.end({ copyId: copy.id, at: other.world.now(), how: '手で削除', wipeId: null })
    const { hops, gaps } = await other.desk.custody.chain({ itemId: item.id })
    expect(hops.at(-1)).toMatchObject({ kind: '消去', means: 'C-001・手で削除', gaps: ['not-verified'] })
    expect(gaps).toBe(hops.reduce((sum, hop) => sum + hop.gaps.length, 0))
  })

  test('what another item went through is not told, and an item that is not there is refused', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    const { items } = await receiptedFiles(office)
    expect((await office.desk.custody.chain({ itemId: items[0]!.id })).hops.map(({ kind }) => kind)).toEqual(['受領', '保管'])
    expect((await office.desk.custody.chain({ itemId: sealed.itemIds[0]! })).hops.map(({ kind }) => kind)).toEqual(['受領', '保管', '梱包', '書込み'])
    expect(await codesAgainst(office.desk.custody.chain({ itemId: 'nothing' as never }))).toEqual(['nothing-found'])
  })
})
