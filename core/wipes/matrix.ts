import type { ImportanceClass } from '../handovers/item.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import type { Level, Method } from './plan.ts'

type Kind = Drive['kind']

/**
 * The least that a class of information asks for on a kind of medium: data, because the city's own text overrides it
 * [総務省 guideline of 2020: 物理的破壊 for the My Number side, Purge for 機密性2, Clear for the rest; flash has no dependable Purge].
 */
export const leastLevel: Readonly<Record<Kind, Readonly<Record<ImportanceClass, Level>>>> = {
  HDD: { 最重要情報: 'Destroy', 重要情報: 'Purge', その他: 'Clear' },
  SSD: { 最重要情報: 'Destroy', 重要情報: 'Purge', その他: 'Clear' },
  flash: { 最重要情報: 'Destroy', 重要情報: 'Destroy', その他: 'Clear' },
  optical: { 最重要情報: 'Destroy', 重要情報: 'Destroy', その他: 'Destroy' },
  image: { 最重要情報: 'Clear', 重要情報: 'Clear', その他: 'Clear' },
  unknown: { 最重要情報: 'Destroy', 重要情報: 'Destroy', その他: 'Destroy' },
}

/** What a method amounts to, and never more: overwriting reaches what a user can address, a drive's own command its spare areas as well. */
export const levelOf: Readonly<Record<Method, Level>> = {
  'overwrite-tile': 'Clear', 'overwrite-zero': 'Clear', 'overwrite-complement': 'Clear', files: 'Clear', command: 'Purge', physical: 'Destroy', external: 'Clear', vault: 'Clear',
}

const ORDER: readonly Level[] = ['Clear', 'Purge', 'Destroy']
export const isBelow = (level: Level, least: Level): boolean => ORDER.indexOf(level) < ORDER.indexOf(least)

/** The register's word for a medium, as the kind that decides about its end. */
export const kindOfMedium: Readonly<Record<Medium['type'], Kind>> = {
  USBメモリ: 'flash', SDカード: 'flash', 外付けHDD: 'HDD', 外付けSSD: 'SSD', 光ディスク: 'optical', その他: 'unknown',
}
