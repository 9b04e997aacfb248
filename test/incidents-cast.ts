import type { BeginIncident, FactKey } from '../core/incidents/incident.ts'
import type { StaffedOffice } from './cast.ts'

/** 水野 finds that a bag with papers is gone. */
export const lostBag = ({ contract, world }: StaffedOffice, more: Partial<BeginIncident> = {}): BeginIncident => ({
  contractId: contract.id, foundAt: world.now(), occurredAt: null, nature: '滅失のおそれ', subject: '鞄', place: '電車内', circumstances: '網棚に置いた鞄が見当たらない。', content: '', records: null, importanceClass: '重要情報', personalInfo: true, myNumber: false, packages: [], itemIds: [], ...more,
})

/** All that a last report needs, as it is known at the end. */
export const allKnown: { key: FactKey; value: string }[] = [
  { key: 'occurredAt', value: '2026-12-07T08:40:00+09:00' }, { key: 'content', value: '座席表' }, { key: 'count', value: '12件' }, { key: 'encryption', value: '暗号化なし（紙）' }, { key: 'secondaryDamage', value: 'なし。封は開いていない。' },
  { key: 'measures', value: '駅で受け取り、封を確かめた。' }, { key: 'cause', value: '置き忘れ' }, { key: 'toPersons', value: '該当者なし' }, { key: 'publication', value: '甲が判断する' }, { key: 'prevention', value: '鞄を手から離さない。' },
]
