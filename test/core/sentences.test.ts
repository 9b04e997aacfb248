import { expect, test } from 'vitest'
import { sayInEnglish } from '../../core/words/en.ts'
import { sayInJapanese } from '../../core/words/ja.ts'

test('a refusal says its days as people read them, and in English as they stand', () => {
  const objection = { code: 'certification-missing', article: '4', rule: 'R-03', facts: { day: '2026-12-01' } } as const
  expect(sayInJapanese(objection)).toContain('令和8年12月1日')
  expect(sayInJapanese(objection)).not.toContain('2026-12-01')
  expect(sayInEnglish(objection)).toContain('2026-12-01')
})
