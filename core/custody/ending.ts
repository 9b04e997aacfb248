import { entriesOf, ours, VAULT, type Step, type Way } from './chain.ts'

/** How the item, or what a third party got of it, ended: provisions, return, delivery, erasure. */
export const hopsOfEnd = (way: Way): Step[] => [...provided(way), ...handedBack(way), ...erased(way)]

function provided(way: Way): Step[] {
  const { reading, contract, item } = way
  return reading.list('provision', contract.id).filter((p) => p.provided !== null && p.itemIds.includes(item.id)).map((p): Step => ({
    kind: '第三者提供', at: p.provided?.at ?? p.appliedAt, from: ours(way, p.provided?.by), to: `${p.organisation}　${p.recipient}`.trim(), means: p.provided?.means ?? '', acceptedAt: null, before: item.sha256, after: null,
    evidence: [p.no, ...(p.consent ? [p.consent.exception.cityRef] : []), ...(p.provided?.sentBy ? [p.provided.sentBy.no] : []), ...entriesOf(reading, p.id, ['provision-made'])], gaps: [],
  }))
}

function handedBack(way: Way): Step[] {
  const { reading, contract, item } = way
  return reading.list('handback', contract.id).filter(({ itemIds }) => itemIds.includes(item.id)).map((back): Step => ({
    kind: back.how === 'returned' ? '返却' : '納品', at: back.at, from: ours(way, back.handedBy), to: `${contract.city.name}　${back.receivedBy}`, means: `${back.means}（${back.place}）${back.medium ? `・媒体${back.medium}` : ''}`, acceptedAt: back.at,
    before: item.sha256, after: null, evidence: [back.no, ...(back.docNo ? [back.docNo] : []), ...entriesOf(reading, back.id, ['items-handed-back'])], gaps: back.docNo === null ? ['not-acknowledged'] : [],
  }))
}

function erased(way: Way): Step[] {
  const { reading, contract, item } = way
  return reading.list('wipe', contract.id).flatMap((wipe): Step[] => {
    const target = reading.get('plan', wipe.planId)?.targets.find(({ no }) => no === wipe.targetNo)
    if (!target?.itemIds.includes(item.id) || wipe.endedAt === null) return []
    return [{
      kind: '消去', at: wipe.endedAt, from: `${contract.contractor}　${wipe.medium === null ? (target.paths.length > 0 ? target.mediaName : VAULT) : `媒体${wipe.medium}`}`, to: '', means: `${target.mediaName}・${wipe.result ?? ''}`, acceptedAt: wipe.verified?.at ?? null,
      before: item.sha256, after: null, evidence: [...(wipe.certificateNo ? [wipe.certificateNo] : []), ...entriesOf(reading, wipe.id, ['wipe-ended', 'wipe-verified', 'destruction-recorded', 'external-wipe-recorded'])],
      gaps: wipe.state === 'to be verified' ? ['not-verified'] : wipe.result === '合格' ? [] : ['did-not-pass'],
    }]
  })
}
