import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { desktop as asked } from '../../../core/desktop.ts'
import { pathsGiven } from '../../../main/paths-given.ts'

/** A desktop of paper: which window a picker hung on, what was shown, and windows that are nobody's business. */
const { hung, shown } = vi.hoisted(() => ({ hung: [] as unknown[], shown: [] as string[] }))
vi.mock('electron', () => {
  const question = { name: 'the last question', isDestroyed: () => false }
  const answer = async (...said: unknown[]) => { hung.push(said.length > 1 ? said[0] : null); return { canceled: false, filePaths: ['/tmp/a'], filePath: '/tmp/a' } }
  return {
    BrowserWindow: { getFocusedWindow: () => question, getAllWindows: () => [question] },
    dialog: { showOpenDialog: answer, showSaveDialog: answer }, shell: { showItemInFolder: (path: string) => { shown.push(path) }, openExternal: async () => {} },
  }
})
const { shellOf } = await import('../../../main/app/shell.ts')

const home = mkdtempSync(join(tmpdir(), 'azukari-shell-'))
mkdirSync(join(home, 'vault'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const window = (gone: boolean) => ({ name: 'the desk', isDestroyed: () => gone }) as never
const shell = (front: () => never | undefined) => shellOf(front, pathsGiven(home))
beforeEach(() => { hung.length = 0; shown.length = 0 })

test('a picker hangs on the window of the desk and on no other, however many there are', async () => {
  const desks = window(false)
  for (const [front, on] of [[() => desks, desks], [() => window(true), null], [() => undefined, null]] as const) {
    hung.length = 0
    await shell(front as () => never).pickFiles()
    await shell(front as () => never).pickFolder()
    await shell(front as () => never).pickSaveAs('a.pdf')
    expect(hung).toEqual([on, on, on])
  }
})

test('nothing of the vault is shown in a folder, and nothing that is not there', async () => {
  for (const path of [home, join(home, 'vault'), `${home}/../${home.split('/').at(-1)}/vault`]) await expect(shell(() => undefined).showInFolder(path)).rejects.toThrow('inside-the-vault')
  expect(await shell(() => undefined).showInFolder('/not/there')).toBe(false)
  expect(await shell(() => undefined).showInFolder(import.meta.filename)).toBe(true)
  expect(shown).toEqual([import.meta.filename])
})

test.each(['\\\\.\\PhysicalDrive0', '\\\\?\\C:\\a', 'relative', 'a\0b'])('%j is shown to nobody: it is no path', (path) => {
  expect(asked.shell.showInFolder.input.safeParse(path).success).toBe(false)
})
