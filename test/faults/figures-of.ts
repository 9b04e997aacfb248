import type { Counted } from './world-calls.ts'

/** What a walk counted, for docs/reliability.md; `walked`: the operations, so that the page can say which are not. */
export const figuresOf = ({ operations, rounds, ...rest }: Counted): Record<string, number | string> => ({
  walked: [...operations.keys()].toSorted().join(' '), ways: [...operations.values()].reduce((sum, { size }) => sum + size, 0),
  'failed before': rounds.before, 'answers lost': rounds.after, 'another came first': rounds['came first'],
  'left as it was': rest.unchanged, 'asked again': rest.askedAgain, 'stood already': rest.standing, 'questions settled': rest.settled, 'done twice': rest.twice,
  'erasing broken off, and said so': rest.brokenOff, contradictions: rest.contradictions.size,
})
