/** Items of one receipt, by their numbers on it. */
export interface ItemRef { readonly receiptNo: string; readonly items: readonly number[] | null }

const LONGEST = 60

/**
 * Which items of which receipts a line of a notice or certificate speaks of: `A-R8-017-001（1-3,7）`. In as many entries as their length asks for,
 * so that whoever holds the documents alone can settle every item by itself.
 */
export function writeItemRefs(receiptNo: string, items: readonly number[]): string[] {
  const all: string[] = []
  let line = ''
  for (const range of rangesOf(items)) {
    const longer = line === '' ? range : `${line},${range}`
    if (line !== '' && receiptNo.length + longer.length + 2 > LONGEST) { all.push(line); line = range } else line = longer
  }
  return [...all, ...(line === '' ? [] : [line])].map((ranges) => `${receiptNo}（${ranges}）`)
}

/** The other half. `items` null: the receipt is named and nothing of what in it, as older documents do. */
export function readItemRef(text: string): ItemRef {
  const [, receiptNo = text, ranges] = /^(.+?)（([\d,-]+)）$/.exec(text) ?? []
  if (ranges === undefined) return { receiptNo, items: null }
  const items = ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return Number.isSafeInteger(from) && Number.isSafeInteger(to) && to >= from && to - from < MOST ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : []
  })
  return { receiptNo, items: [...new Set(items)] }
}

/** A receipt has no more; whoever writes more means to fill our memory. */
const MOST = 200_000

function rangesOf(items: readonly number[]): string[] {
  const ranges: [number, number][] = []
  for (const no of [...new Set(items)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === no - 1) last[1] = no
    else ranges.push([no, no])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
}
