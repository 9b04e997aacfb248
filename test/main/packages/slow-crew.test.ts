import { test } from 'vitest'
import { packsTheSame } from './whole-section.ts'

test.each([['hidden', 4], ['hidden', 0], ['visible', 4]] as const)('many hands pack the same as one pair: names %s, level %i', (names, level) => packsTheSame(names, level))
