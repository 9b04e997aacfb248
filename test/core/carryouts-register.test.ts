import { expect, test } from 'vitest'
import { carryOutForm } from '../../core/carryouts/form-facts.ts'
import { templates } from '../../core/forms/templates.ts'
import { cellsOf } from '../../core/ledgers/definition.ts'
import { carryOuts } from '../../core/ledgers/definitions/carryouts.ts'
import { faceOf } from '../../core/ledgers/faces.ts'
import type { Look } from '../../core/ledgers/faces.ts'
import { application, at, back, carriedOut, papers, readyToCarry } from './carryouts-cast.ts'

test('F-12 has the columns of public practice, in their order and their words', () => {
  expect(carryOuts.columns.filter(({ extra }) => !extra).map(({ title }) => title.ja)).toEqual([
    '管理番号', '持ち出すもの', '利用目的', '持ち出し先', '持ち出し日', '返却予定日', '持ち出す人', '承認者', '承認日', '返却日', '返却確認者', '媒体番号', '件数', '暗号化', '甲承認番号', '状態',
  ])
})

test('a line of F-12 tells the whole way of a carry-out', async () => {
  const office = await readyToCarry()
  const out = await carriedOut(office, application(office, { records: 12 }))
  office.world.set(at('16:20'))
  await office.desk.carryOuts.confirmReturn(back(office, out))
  const { reading } = await office.world.ledger.read()
  const look: Look = (kind, id) => { const kept = reading.get(kind, id ?? ''); return kept && faceOf(kind, kept) as never }
  const cells = cellsOf(carryOuts, reading.get('carry-out', out.id), look)
  const line = Object.fromEntries(carryOuts.columns.map(({ title }, i) => [title.ja, cells[i]]))
  expect(line).toMatchObject({
    管理番号: 'T-R8-017-001', 持ち出すもの: '納品データ', 利用目的: '納品確認', 持ち出し日: at('13:00'), 返却予定日: at('17:00'), 持ち出す人: '𠮷田 美咲、髙橋 亮', 承認者: '水野 灯里', 返却日: at('16:20'), 返却確認者: '大庭 健吾',
    媒体番号: office.ourStick.no, 件数: 12, 甲承認番号: 'R8税承0061', 搬送先での消去: '未', 状態: 'back',
  })
  expect(line['暗号化']).toContain('AES-256')
})

test('F-11 is filled with every fact that its template needs, for a medium and for papers, and says nothing of a passphrase\'s making', async () => {
  const office = await readyToCarry()
  const ids = [await office.desk.carryOuts.apply(application(office)), await office.desk.carryOuts.apply(papers(office))].map(({ id }) => id)
  const { reading } = await office.world.ledger.read()
  expect(carryOutForm.subjects?.(reading, office.contract.id).map(({ label }) => label)).toEqual(['T-R8-017-001　納品データ', 'T-R8-017-002　校正紙'])
  const template = templates.get('F-11')
  const needed = (template?.sections ?? []).flatMap((section) => (section.kind === 'fields' ? section.fields.filter(({ need }) => need).map(({ key }) => key ?? '') : []))
  for (const subjectId of ids) {
    const { fields } = carryOutForm.facts(reading, { contract: office.contract, subjectId, now: at('12:00') })
    expect(needed.filter((key) => !fields[key])).toEqual([])
    expect(JSON.stringify(fields)).not.toMatch(/桁|文字|bits/)
  }
})
