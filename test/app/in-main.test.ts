import { expect, test } from './launch.ts'
import { inMain, type Asked } from './parts/in-main.ts'

/** A main process that runs here, and of whose answers only every third arrives; the first word of all does not even reach it. */
function forgetful(): Asked {
  let asked = 0
  const evaluate = async (ask: (electron: unknown, arg: unknown) => unknown, arg: unknown): Promise<unknown> => {
    asked += 1
    const answer = asked === 1 ? undefined : ask({}, arg)
    await Promise.resolve()
    if (asked % 3 !== 0) throw new Error('electronApplication.evaluate: Resulting promise was garbage collected.')
    return structuredClone(answer)
  }
  return { evaluate } as unknown as Asked
}

test('what is to be done in the main process is done once, and its answer comes, though most of the answers are lost', async () => {
  const done: string[] = []
  Object.assign(globalThis, { done })
  const write = (_electron: unknown, word: string): number => (globalThis as unknown as { done: string[] }).done.push(word)

  expect(await inMain(forgetful(), write, 'at once')).toBe(1)
  expect(await inMain(forgetful(), async (_electron, word) => {
    await new Promise((next) => { setImmediate(next) })
    return (globalThis as unknown as { done: string[] }).done.push(word)
  }, 'after a while')).toBe(2)
  expect(done).toEqual(['at once', 'after a while'])
})

test('what fails in the main process fails here, and any other failure of the driver does too', async () => {
  await expect(inMain(forgetful(), () => { throw new Error('no such window') })).rejects.toThrow('no such window')
  await expect(inMain(forgetful(), () => Promise.reject(new Error('not today')))).rejects.toThrow('not today')
  await expect(inMain({ evaluate: () => Promise.reject(new Error('the app has gone')) } as unknown as Asked, () => 1)).rejects.toThrow('the app has gone')
})

test('a deed that waits in the window’s own main process is answered, however often the memory is swept meanwhile', async ({ common: { app } }) => {
  const swept = await inMain(app, async () => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    setFlagsFromString('--expose-gc')
    const sweep = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    for (let times = 0; times < 20; times++) {
      await new Promise((next) => { setTimeout(next, 5) })
      sweep()
    }
    return 'answered'
  })
  expect(swept).toBe('answered')
})
