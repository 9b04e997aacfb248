import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freezesStopping, stoppedByFreeze } from '../../core/incidents/freeze.ts'

const room = join(import.meta.dirname, '../../renderer')
const pages = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx')).map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }))
const stopped = [...stoppedByFreeze]

test.each(stopped)('R-36 wherever a screen asks for %s, its button says beforehand that evidence is kept', (operation) => {
  const asking = pages.filter(({ text }) => asks(text, operation))
  expect(asking.length, `${operation} is asked by no screen`).toBeGreaterThan(0)
  expect(asking.filter(({ text }) => !knows(text, operation)).map(({ name }) => name)).toEqual([])
})

test('R-36 a button that does not know is found, and so is one that asks and says nothing of it', () => {
  const act = "const end = useCommand(desk.copies.end)\n"
  expect(asks(act, 'copies.end')).toBe(true)
  expect(asks('desk.documents[what]', 'documents.cancel')).toBe(true)
  expect(asks('desk.copies.ending({})', 'copies.end')).toBe(false)
  expect(knows(`${act}<ActButton unless={[useWhyNot('copies.make')]}>`, 'copies.end')).toBe(false)
  expect(knows(`${act}const mayNot = useWhyNot('copies.end')\n<ActButton unless={[reason === '']}>`, 'copies.end')).toBe(false)
  expect(knows(`${act}const mayNot = useWhyNot('copies.end')\n<ActButton unless={[mayNot, reason === '']}>`, 'copies.end')).toBe(true)
})

test('R-36 the buttons have the desk’s own rule: a contract’s freeze stops what is of that contract, or of none', () => {
  const [here, there] = [{ what: 'incident' as const, id: 'i', no: 'I-1', contractId: 'here' }, { what: 'audit' as const, id: 'h', no: 'H-1', contractId: 'there' }]
  expect(freezesStopping('copies.end', ['here'], [here, there])).toEqual([here])
  expect(freezesStopping('copies.end', ['elsewhere'], [here, there])).toEqual([])
  expect(freezesStopping('corrections.record', [], [here, there])).toEqual([here, there])
  expect(freezesStopping('copies.make', ['here'], [here])).toEqual([])
})

/** By its name, or by a name made up on the spot, which may be any of its group. */
function asks(text: string, operation: string): boolean {
  const [group = ''] = operation.split('.')
  return new RegExp(`\\bdesk\\.${operation.replace('.', '\\.')}\\b`).test(text) || text.includes(`desk.${group}[`)
}

/** `useWhyNot` was asked of it, and its answer reaches what one presses: in place, or by the name that it was given. */
function knows(text: string, operation: string): boolean {
  const [group = ''] = operation.split('.')
  const asked = text.split('\n').filter((line) => line.includes('useWhyNot(') && (line.includes(`'${operation}'`) || line.includes(`\`${group}.\${`)))
  return asked.some((line) => {
    const name = /const (\w+) = (?:frozenOf\()?useWhyNot\(/.exec(line)?.[1]
    return name === undefined ? /unless=\{\[|mayNot=\{|unless=\{/.test(line) : new RegExp(`(unless=\\{\\[?|mayNot=\\{|unless=\\{frozenOf\\()[^}]*\\b${name}\\b`).test(text) || new RegExp(`^\\s+${name},`, 'm').test(text)
  })
}
