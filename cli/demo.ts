import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { required, type Call } from './arguments.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { openStage } from './demo/stage.ts'
import { playScenario } from './demo/scenario.ts'

/** Plays the way of a city's files once, with two real vaults in `--out`, and leaves everything to look at. Every step that is to be refused must be refused. */
export async function demo(call: Call): Promise<Exit> {
  const out = resolve(required(call, 'out'))
  await mkdir(out, { recursive: true })
  if ((await readdir(out)).length > 0) throw new Usage(`${out} is not empty: choose a new folder`)
  const stage = await openStage(out, call.signal)
  try {
    await playScenario(stage)
    stage.say('')
    stage.say(`終わりました。書類・台帳・梱包は ${join(out)} にあります。`)
    return EXIT.done
  } finally {
    await stage.close()
  }
}
